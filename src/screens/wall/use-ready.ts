import { useEffect } from 'react'
import { fetchCharts, startCharts } from '../../charts/start'

/** Stage 1 waits for these: a panel without its first state, a map without its picture. */
const FIGURES = '[data-state="loading"], [data-map]:not([data-painted])'
/** Stage 2 waits for these as well. */
const CHARTS = '[data-chart]:not([data-painted])'

/** A window that nobody sees gets no frames; then a task this much later must do. */
const NO_FRAME_MS = 250

/** Calls `done` once what stands in the page now has been painted; returns how to call it off. */
function afterPaint(done: () => void): () => void {
  let timer = setTimeout(done, NO_FRAME_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    // The frame is drawn after its callbacks: the next task comes after the picture.
    timer = setTimeout(done)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/**
 * The DOM contract in two stages: `<html data-ready="figures">` once every visible panel and the map have painted their first
 * state, `data-ready="true"` once every chart has painted as well. Charts start only after the first has been seen.
 * Begins again whenever `key` (scene, region, canvas) changes.
 */
export function useReady(key: string, onReady: () => void): void {
  useEffect(fetchCharts, [])
  useEffect(() => {
    const { dataset } = document.documentElement
    delete dataset.ready
    let seen = false
    let callOff = () => {}
    const check = () => {
      if (!document.querySelector('[data-panel]') || document.querySelector(FIGURES)) return
      if (dataset.ready === undefined) {
        dataset.ready = 'figures'
        callOff = afterPaint(() => {
          seen = true
          startCharts()
          check()
        })
      }
      if (!seen || document.querySelector(CHARTS)) return
      dataset.ready = 'true'
      watch.disconnect()
      onReady()
    }
    const watch = new MutationObserver(check)
    watch.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-state', 'data-painted'],
    })
    check()
    return () => {
      watch.disconnect()
      callOff()
    }
  }, [key, onReady])
}
