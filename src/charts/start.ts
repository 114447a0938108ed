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
