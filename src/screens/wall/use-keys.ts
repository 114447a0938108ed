import { useEffect } from 'react'
import type { Commands } from '../commands'

/** Keyboard and presenter clicker: ←/→ and PageUp/PageDown change the scene, 1–9 jump, T theme, H health, Esc whole city. */
export function useKeys(commands: Commands, open: (what: 'health') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      // Arrow keys belong to the map while it has the focus.
      const onMap = event.target instanceof Element && event.target.closest('[data-town]') !== null
      if (event.key === 'PageDown' || (event.key === 'ArrowRight' && !onMap)) commands.stepScene(1)
      else if (event.key === 'PageUp' || (event.key === 'ArrowLeft' && !onMap)) commands.stepScene(-1)
      else if (/^[1-9]$/.test(event.key)) commands.jumpToScene(Number(event.key) - 1)
      else if (event.key.toLowerCase() === 't') commands.toggleTheme()
      else if (event.key.toLowerCase() === 'h') open('health')
      else if (event.key === 'Escape') commands.clearRegion()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [commands, open])
}
