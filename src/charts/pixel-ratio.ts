import { useSyncExternalStore } from 'react'

/** A screen that is changed by remote control says nothing, so the ratio is also looked at this often. */
const LOOK_MS = 1000

const listeners = new Set<() => void>()
let stop = () => {}

/** Watches for a window that moves to a screen of another density or is zoomed; one watch for all charts. */
function watch(): () => void {
  let known = window.devicePixelRatio
  let query: MediaQueryList | undefined
  const look = () => {
    if (window.devicePixelRatio === known) return
    known = window.devicePixelRatio
    arm()
    for (const listener of listeners) listener()
  }
  const arm = () => {
    query?.removeEventListener('change', look)
    // A query holds for one ratio only, so each change needs a new one.
    query = window.matchMedia(`(resolution: ${known}dppx)`)
    query.addEventListener('change', look)
  }
  arm()
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    query?.removeEventListener('change', look)
  }
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) stop = watch()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) stop()
  }
}

/** Device pixels a CSS pixel, as they are now. */
export function useDevicePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio)
}
