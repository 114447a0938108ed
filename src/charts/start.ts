/**
 * Charts draw at the latest this long after the first of them has been mounted: a screen may never call `startCharts`, and
 * one slow source must not hold back the pictures of all others.
 */
const AT_LATEST_MS = 5000

const { promise, resolve } = settable()
let latest: ReturnType<typeof setTimeout> | undefined

function settable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** Lets charts draw from now on. A screen calls it when its figures have been painted. */
export function startCharts(): void {
  clearTimeout(latest)
  resolve()
}

/** Resolves when charts may evaluate their engine; the first call starts the time limit. */
export function chartsStarted(): Promise<void> {
  latest ??= setTimeout(resolve, AT_LATEST_MS)
  return promise
}

/**
 * Asks for the chart engine, so that it arrives while the figures are painted: fetched only, not compiled, and after what
 * stands in the way of the figures. The build leaves its addresses in the page; without them the first chart asks.
 */
export function fetchCharts(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-charts]:not([rel])')) {
    link.fetchPriority = 'low'
    link.rel = 'preload'
  }
}
