import { loadAllPanels, panels } from '../../../src/domains/registry'
import { parseTime } from '../../../src/lib/calendar'
import type { Size } from '../../../src/panel/define-panel'
import { config, openCity } from './city'
import { drawn } from './drawn'

/**
 * The wall of a whole city at a moment of its time (`2026-11-18T10:42`), as its demo answers it: its answers, and what any panel says in
 * `size`, of these answers or of others.
 */
export async function wholeCity(id: string, moment: string, size: Size) {
  const now = parseTime(`${moment}:00+08:00`)
  const [city] = await Promise.all([openCity(id), loadAllPanels()])
  const { answers, feed } = await city.reading({ now, region: null })
  const setting = { now, region: null, answers, feed, sources: config.sources, size }
  const said = (panelId: string, others = answers) => {
    const panel = panels.get(panelId)
    if (!panel) throw new Error(`no panel ${panelId}`)
    return drawn(city, panel, { ...setting, answers: others })
  }
  return { now, answers, said }
}
