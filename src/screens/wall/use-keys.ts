import { useEffect } from 'react'

export interface KeyActions {
  step(by: 1 | -1): void
  jump(index: number): void
  toggleTheme(): void
  toggleHealth(): void
  clearRegion(): void
}

/** Keyboard and presenter clicker: ←/→ and PageUp/PageDown change the scene, 1–9 jump, T theme, H health, Esc whole city. */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      // Arrow keys belong to the map while it has the focus.
      const onMap = event.target instanceof Element && event.target.closest('[data-town]') !== null
      if (event.key === 'PageDown' || (event.key === 'ArrowRight' && !onMap)) actions.step(1)
      else if (event.key === 'PageUp' || (event.key === 'ArrowLeft' && !onMap)) actions.step(-1)
      else if (/^[1-9]$/.test(event.key)) actions.jump(Number(event.key) - 1)
      else if (event.key.toLowerCase() === 't') actions.toggleTheme()
      else if (event.key.toLowerCase() === 'h') actions.toggleHealth()
      else if (event.key === 'Escape') actions.clearRegion()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
}
