import { useEffect } from 'react'

/** The DOM contract: `data-ready="true"` once nothing on the page waits for its first state. */
export function useReadyOnce(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const check = () => {
      if (document.querySelector('[data-state="loading"]')) return
      watch.disconnect()
      requestAnimationFrame(() => void (dataset['ready'] = 'true'))
    }
    const watch = new MutationObserver(check)
    watch.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-state'],
    })
    check()
    return () => watch.disconnect()
  }, [])
}
