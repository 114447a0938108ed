import { useEffect } from 'react'

/**
 * Sets `<html data-ready="true">` once every visible panel has painted its first state and every chart its first picture
 * (the DOM contract). Starts again whenever `key` (scene, region, canvas) changes.
 */
export function useReady(key: string, onReady: () => void): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    delete dataset.ready
    const check = () => {
      const panels = document.querySelectorAll('[data-panel]')
      const waiting = document.querySelector('[data-state="loading"], [data-chart]:not([data-painted])')
      if (panels.length === 0 || waiting) return
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
    return () => watch.disconnect()
  }, [key, onReady])
}
