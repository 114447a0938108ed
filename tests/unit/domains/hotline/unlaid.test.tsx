import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import json from '../../../../mock-data/baiyun/hotline.json'
import { exactText } from '../../../../src/lib/format'
import { schema } from '../../../../src/domains/hotline/contract'
import { panels as overview } from '../../../../src/domains/hotline/overview'
import { panels as scene } from '../../../../src/domains/hotline/scene'
import { parseTime } from '../../../../src/lib/calendar'
import type { Panel, Size } from '../../../../src/panel/define-panel'
import { PanelScope } from '../../../../src/panel/panel-scope'
import { ScreenContext } from '../../../../src/panel/screen-context'
import { screenAt } from '../../panel/screen'

const NOW = parseTime('2026-11-18T10:42:00+08:00')
const hotline = schema.parse(json)
const screen = screenAt(NOW, { metrics: readMetrics() })
const scope = { title: '', marks: [], chip: null, state: 'live', openInfo: () => undefined } as const
const CARD: Size = { width: 408, height: 300 }
const MODULE: Size = { width: 912, height: 420 }

/** What stands in `panel` where nothing is laid out, given its room by hand. */
const drawn = (panel: Panel, size: Size, document = hotline) =>
  renderToStaticMarkup(
    <ScreenContext value={screen}>
      <PanelScope value={scope}>{panel.render(document, { size, medium: 'wall', spec: null })}</PanelScope>
    </ScreenContext>,
  )

function panelOf(id: string): Panel {
  const panel = [...overview, ...scene].find((one) => one.id === id)
  if (!panel) throw new Error(`no panel ${id}`)
  return panel
}

const rowsOf = (html: string) => html.match(/<li/g)?.length ?? 0

describe('the hotline where nothing is laid out', () => {
  it('lists every order that it was given, and says how many more wait', () => {
    const { orders = [], stages = [] } = hotline.operation ?? {}
    const waiting = stages.filter(({ key }) => key !== 'callback').reduce((n, { count }) => n + count, 0)
    const html = drawn(panelOf('hotline-orders'), CARD)
    expect(orders.length).toBeGreaterThan(10)
    expect(rowsOf(html)).toBe(orders.length)
    expect(html).toContain(`另 ${exactText(waiting - orders.length)} 件按时限在后`)
    expect(html).not.toContain('没有这样的工单')
  })

  it('lists every place of repeated complaints and every matter watched', () => {
    const { repeats, keyItems } = hotline.operation ?? {}
    expect(rowsOf(drawn(panelOf('hotline-repeats'), CARD))).toBe(repeats?.clusters?.length)
    expect(rowsOf(drawn(panelOf('hotline-ledgers'), CARD))).toBe(keyItems?.length)
  })

  it('takes what it shows beside the rest from the room it was given', () => {
    const columns = (size: Size) => drawn(panelOf('hotline'), size)
    expect(columns(CARD)).not.toContain('在办件已用天数')
    expect(columns(MODULE)).toContain('在办件已用天数')
  })

  it('puts its sentence and its figures together as the table of words says', () => {
    const text = (id: string) => drawn(panelOf(id), CARD).replaceAll(/<[^>]+>/g, '')
    const { supervised, p90Days } = hotline.operation ?? {}
    expect(text('hotline-ledgers')).toContain(
      `督办 ${supervised?.open} 件，其中超期 ${supervised?.overdue} 件`,
    )
    expect(text('hotline-ageing')).toContain(`九成在 ${p90Days?.value} 天内`)
    expect(text('hotline-repeats')).toMatch(/\d+ 件 \/ 30 日/)
  })

  it('tells a stay from ten working hours on without decimals: with them it had no room above its bar', () => {
    const { operation } = hotline
    const stages = operation?.stages?.map((stage) =>
      stage.key === 'sign' ? { ...stage, medianMinutes: 1266 } : stage,
    )
    const late = schema.parse({ ...hotline, operation: { ...operation, stages } })
    const text = drawn(panelOf('hotline-stages'), CARD, late).replaceAll(/<[^>]+>/g, '')
    expect(text).toContain('21 / 2 工作时')
  })
})
