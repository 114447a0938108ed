// Runs before the program and in browsers too old for it, so it is written for those. Says why nothing starts.
;(function () {
  var html = document.documentElement
  var query = location.search
  if (/[?&]theme=light(&|$)/.test(query)) html.setAttribute('data-theme', 'light')
  if (/[?&](diagnose|scene=(?!overview(&|$)))/.test(query)) html.setAttribute('data-shell', 'bare')

  // The first thing the program asks for is asked for now.
  var profile = /[?&]profile=([a-z0-9-]+)(&|$)/.exec(query)
  var ahead = document.createElement('link')
  ahead.rel = 'preload'
  ahead.as = 'fetch'
  ahead.crossOrigin = 'anonymous'
  ahead.href = './config' + (profile ? '.' + profile[1] : '') + '.json'
  document.head.appendChild(ahead)

  function say(words) {
    var place = document.getElementById('start')
    if (place) place.textContent = words
    else if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', function () {
        say(words)
      })
  }

  var css = window.CSS && CSS.supports
  var needs = {
    'AbortSignal.timeout': window.AbortSignal && AbortSignal.timeout,
    structuredClone: window.structuredClone,
    'Object.hasOwn': Object.hasOwn,
    'Array.findLast': [].findLast,
    '@container': css && CSS.supports('container-type', 'inline-size'),
    ':has()': css && CSS.supports('selector(:has(a))'),
  }
  var lacks = Object.keys(needs).filter(function (name) {
    return !needs[name]
  })
  var agent = navigator.userAgent
  var known = /(Chrome|Firefox)\/(\d+)/.exec(agent) || /(Version)\/(\d+).*Safari/.exec(agent) || ['', '', '']
  var name = { Chrome: 'Chromium', Firefox: 'Firefox', Version: 'Safari' }[known[1]] || '未知'
  if (lacks.length || (name === 'Chromium' && known[2] < 109)) {
    html.setAttribute('data-refused', '')
    return say(
      '浏览器过旧：当前为 ' +
        name +
        ' ' +
        known[2] +
        (lacks.length ? '，缺少 ' + lacks.join('、') : '') +
        '；需要 Chromium 109 或更新版本的浏览器（Chrome、Edge 等）。',
    )
  }

  function waiting() {
    return document.readyState === 'loading' || document.getElementById('start')
  }
  addEventListener(
    'error',
    function (event) {
      var from = event.target
      if (!waiting() || from.rel === 'icon' || from.rel === 'preload') return
      var file = from.src || from.href
      say(file ? '程序文件没有取到：' + file + '，10 秒后再试。' : '程序出错：' + event.message)
      if (file) setTimeout(location.reload.bind(location), 10000)
    },
    true,
  )
  addEventListener('unhandledrejection', function (event) {
    if (waiting()) say('程序出错：' + event.reason)
  })
  setTimeout(function () {
    if (waiting() && !document.getElementById('start').textContent) say('程序文件尚未到齐，仍在等待。')
  }, 20000)
})()
