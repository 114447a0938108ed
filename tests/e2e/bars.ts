import type { Page } from '@playwright/test'

/**
 * Runs in the page: bars whose length is not what they stand for, and bars of one kind on one panel that do not have the same room, so
 * that their lengths cannot be compared. `[data-share]` is what a bar stands for, as a share of its room.
 */
export function crookedBars(page: Page): Promise<{ seen: number; wrong: string[] }> {
  return page.evaluate(() => {
    const wrong: string[] = []
    let seen = 0
    for (const panel of document.querySelectorAll('[data-panel]')) {
      const rooms = new Map<string, number>()
      for (const bar of panel.querySelectorAll('[data-share]')) {
        const room = bar.getBoundingClientRect().width
        if (room === 0) continue
        seen++
        const [share, drawn] = [
          Number(bar.getAttribute('data-share')),
          bar.firstElementChild?.getBoundingClientRect().width ?? 0,
        ]
        const due = Math.min(1, Math.max(0, share)) * room
        const name = `${panel.getAttribute('data-panel') ?? ''}: ${bar.parentElement?.textContent ?? ''}`
        if (Math.abs(drawn - due) > Math.max(0.5, 0.02 * due)) wrong.push(`${name} is ${drawn} px for ${due}`)
        // The bar's own class, and what it is on this panel; a third one says only how it stands.
        const kind = [...bar.classList].slice(0, 2).join(' ')
        const first = rooms.get(kind) ?? room
        rooms.set(kind, first)
        if (Math.abs(first - room) > 1) wrong.push(`${name} has ${room} px of room, others ${first}`)
      }
    }
    return { seen, wrong }
  })
}
