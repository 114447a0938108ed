// Draws the demo clips. Needs a Chromium, ffmpeg with libx264, and the packages three and playwright-core; whoever uses the wall needs
// none of them, the clips are files. All of it is drawn by code: no photograph, no model, no brand; places and names are made up.
//   node mock-data/generator/clips/generate.mjs [--still [--at 0,4]] [--redraw] [--out DIR] [--modules node_modules] [--crf '{"park":36}'] [scene …]
import { execFileSync, spawn } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const arg = (name, or) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : or)
const modules = arg('--modules', join(process.cwd(), 'node_modules'))
const { chromium } = createRequire(join(modules, 'x.js'))('playwright-core')
const out = arg('--out', join(here, '../../../public/demo'))
const drawn = join(tmpdir(), 'guancheng-clips')
const still = process.argv.includes('--still')
const times = arg('--at', '0,4,8').split(',').map(Number)
const ALL = ['crossroads', 'river', 'hall', 'market', 'tunnel', 'park']
const scenes = ALL.filter((s) => process.argv.includes(s))
const FPS = Number(arg('--fps', 12))
const SECONDS = 12
const CRF = {
  crossroads: 38,
  river: 34,
  hall: 34,
  market: 38,
  tunnel: 37,
  park: 38,
  ...JSON.parse(arg('--crf', '{}')),
}
mkdirSync(out, { recursive: true })
mkdirSync(drawn, { recursive: true })

const server = createServer((request, response) => {
  const path = request.url.split('?')[0]
  const file = path.startsWith('/three/') ? join(modules, 'three/build', path.slice(7)) : join(here, path)
  if (path === '/') {
    response.setHeader('content-type', 'text/html')
    return response.end(
      '<!doctype html><script type="importmap">{"imports":{"three":"/three/three.module.js"}}</script><script type="module" src="/page.js"></script>',
    )
  }
  if (path === '/favicon.ico') return response.writeHead(204).end()
  if (!existsSync(file)) return response.writeHead(404).end()
  response.setHeader('content-type', 'text/javascript')
  createReadStream(file).pipe(response)
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-sandbox'],
})
const page = await browser.newPage()
page.on('pageerror', (error) => console.error(error))
page.on('console', (m) => m.type() === 'error' && console.error(m.text()))
await page.goto(`http://127.0.0.1:${server.address().port}/`)
await page.waitForFunction(() => 'frame' in window)
const frame = async (scene, t, type) =>
  Buffer.from(
    (await page.evaluate(([s, at, k]) => window.frame(s, at, k), [scene, t, type])).split(',')[1],
    'base64',
  )

for (const scene of scenes.length ? scenes : ALL) {
  const started = Date.now()
  if (still) {
    for (const t of times)
      writeFileSync(
        join(drawn, `${scene}-${String(t).padStart(2, '0')}.png`),
        await frame(scene, t, 'image/png'),
      )
  } else {
    // Drawn once into a lossless file; encoding again with other settings then takes seconds.
    const raw = join(drawn, `${scene}.mkv`)
    if (!existsSync(raw) || process.argv.includes('--redraw')) {
      const ffmpeg = spawn(
        'ffmpeg',
        [
          ...'-v error -y -f image2pipe -framerate'.split(' '),
          String(FPS),
          ...'-c:v mjpeg -i - -c:v libx264 -qp 0 -preset ultrafast -pix_fmt yuvj420p'.split(' '),
          `${raw}.part.mkv`,
        ],
        { stdio: ['pipe', 'inherit', 'inherit'] },
      )
      const ended = new Promise((done) => ffmpeg.on('close', done))
      for (let i = 0; i < FPS * SECONDS; i++)
        if (!ffmpeg.stdin.write(await frame(scene, i / FPS, 'image/jpeg')))
          await new Promise((done) => ffmpeg.stdin.once('drain', done))
      ffmpeg.stdin.end()
      await ended
      renameSync(`${raw}.part.mkv`, raw)
    }
    const file = join(out, `${scene}.mp4`)
    execFileSync('ffmpeg', [
      ...'-v error -y -i'.split(' '),
      raw,
      // One key frame: a loop only ever starts at 0.
      ...`-an -c:v libx264 -profile:v main -level 3.0 -pix_fmt yuv420p -preset veryslow -crf ${CRF[scene]} -bf 8 -refs 8 -b_strategy 2 -x264-params rc-lookahead=150:deblock=1,1:psy-rd=0.4,0 -g 999 -keyint_min 999 -sc_threshold 0 -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv -vf scale=in_range=pc:out_range=tv:out_color_matrix=bt709 -movflags +faststart -map_metadata -1 -fflags +bitexact -flags +bitexact`.split(
        ' ',
      ),
      file,
    ])
    console.log(`${scene} ${statSync(file).size} B, ${((Date.now() - started) / 1000).toFixed(0)} s`)
  }
}
await browser.close()
server.close()
