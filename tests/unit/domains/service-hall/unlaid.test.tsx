import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import json from '../../../../mock-data/baiyun/service-hall.json'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { schema } from '../../../../src/domains/service-hall/contract'
import { panels as overview } from '../../../../src/domains/service-hall/overview'
import { panels as scene } from '../../../../src/domains/service-hall/scene'
import { parseTime } from '../../../../src/lib/calendar'
import type { Size } from '../../../../src/panel/define-panel'
import { PanelScope } from '../../../../src/panel/panel-scope'
import { ScreenContext } from '../../../../src/panel/screen-context'
import { screenAt } from '../../panel/screen'

const halls = schema.parse(json)
const { operation } = halls
const screen = screenAt(parseTime('2026-11-18T10:42:00+08:00'), { metrics: readMetrics() })
const scope = { title: '', marks: [], chip: null, state: 'live', openInfo: () => undefined } as const
const CARD: Size = { width: 408, height: 300 }
const MODULE: Size = { width: 872, height: 320 }

/** What stands in a panel where nothing is laid out, given its room by hand. */
function drawn(id: string, size: Size = CARD): string {
  const panel = [...overview, ...scene].find((one) => one.id === id)
  if (!panel) throw new Error(`no panel ${id}`)
  return renderToStaticMarkup(
    <ScreenContext value={screen}>
      <PanelScope value={scope}>{panel.render(halls, { size, medium: 'wall', spec: null })}</PanelScope>
    </ScreenContext>,
  )
}

const count = (html: string, part: string | RegExp) => html.split(part).length - 1
const text = (html: string) => html.replaceAll(/<[^>]+>/g, '')

describe('the halls where nothing is laid out', () => {
  it('are all there: every hall, every counter, every terminal, every town with a fault', () => {
    const { terminals } = operation ?? {}
    expect(count(drawn('hall-list'), '<li')).toBe(operation?.halls?.length)
    expect(count(drawn('hall-counters'), '<li')).toBe(operation?.counters?.total)
    expect(count(drawn('hall-terminals'), '<rect')).toBe(terminals?.total)
    const towns = new Set(terminals?.faults?.map(({ town }) => town.code))
    expect(towns.size).toBeGreaterThan(0)
    expect(count(drawn('hall-terminals'), '<li')).toBe(towns.size)
  })

  it('print every published figure', () => {
    const html = drawn('hall-published')
    for (const { id } of halls.published) expect(html).toContain(`data-fact="${id}"`)
  })

  it('let their counters say as much as the room allows, with a key where they cannot say it', () => {
    expect(text(drawn('hall-counters', { width: 400, height: 420 }))).toContain('暂停')
    expect(text(drawn('hall-counters', { width: 400, height: 420 }))).not.toContain('实底办理')
    expect(text(drawn('hall-counters', { width: 400, height: 200 }))).toContain('实底办理')
  })

  it('stand beside each other in a module of a wide wall', () => {
    expect(drawn('service-hall', CARD)).toContain('data-shape="tall"')
    expect(drawn('service-hall', { ...CARD, height: 200 })).toContain('data-shape="low"')
    expect(drawn('service-hall', MODULE)).toContain('data-shape="wide"')
  })

  it('give their name to what is said of them', () => {
    const { hall, counters, all } = operation ?? {}
    expect(text(drawn('hall-counters'))).toContain(
      `${hall?.short} 开放 ${counters?.open}/${counters?.total} · 利用`,
    )
    expect(text(drawn('hall-list'))).toContain(`${all?.halls} 厅等候 ${all?.waiting?.value} 人`)
  })
})
