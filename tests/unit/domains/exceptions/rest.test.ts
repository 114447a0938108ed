import { describe, expect, it } from 'vitest'
import type { CityDocument } from '../../../../src/contract/document'
import { handoverOf } from '../../../../src/domains/exceptions/views/handover'
import { riverOf, ticksOf } from '../../../../src/domains/exceptions/views/river'
import type { Raised } from '../../../../src/domains/exceptions/views/use-rest'
import { HOUR } from '../../../../src/lib/calendar'
import type { NumberedException } from '../../../../src/panel/use-exceptions'
import { documents } from '../documents'

const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const iso = (moment: string) => `${moment}:00+08:00`
const NOW = at('2026-11-18T03:00')

function domain(id: string, operation: unknown): Raised {
  const [like] = documents.values()
  if (!like) throw new Error('no documents')
  const document: CityDocument = { ...like, asOf: iso('2026-11-18T03:00'), operation }
  return { id, name: id, document, broken: false }
}

const exception = (
  no: number,
  domainOf: string,
  more: Partial<NumberedException> = {},
): NumberedException => ({
  no,
  id: `e${no}`,
  place: { code: '440111001', name: '人和' },
  what: `事项${no}`,
  severity: 'critical',
  domain: domainOf,
  metric: 'hotline_overdue_open',
  subject: `order-${no}`,
  owner: '区水务局',
  since: iso('2026-11-17T18:00'),
  due: iso('2026-11-18T17:30'),
  action: '督办',
  ...more,
})

const shift = { name: '夜班', from: '20:00', to: '08:00', chiefs: ['王**'] }
const [begin, end] = [at('2026-11-17T20:00'), at('2026-11-18T08:00')]
const duty = { begin, end, named: { shift, chief: '王**', begin, end } }

const lines = (items: readonly NumberedException[], domains: readonly Raised[]) =>
  handoverOf({ now: NOW, duty, items, domains, tier: 'district' }).map(({ kind, text, state }) =>
    `${kind} ${text} ${state}`.trim(),
  )

const orders = [
  { orderNo: 'order-1', title: '水质发黄', dueAt: iso('2026-11-18T04:00') },
  { orderNo: 'order-7', title: '小区停车难', dueAt: iso('2026-11-18T05:23') },
  { orderNo: 'order-8', title: '路灯不亮', dueAt: iso('2026-11-18T08:59') },
  { orderNo: 'order-9', title: '占道经营', dueAt: iso('2026-11-18T09:01') },
]

describe('the hand-over', () => {
  it('names what falls due until an hour after it, and nothing twice that is an exception', () => {
    expect(lines([exception(1, 'hotline')], [domain('hotline', { orders })])[0]).toBe(
      '将到期 2 件，最早 05:23 小区停车难 已列',
    )
  })

  it('says what is late, what came up in this shift and which source is silent, before what is in order', () => {
    const late = exception(1, 'hotline', { due: iso('2026-11-18T02:59') })
    const fresh = exception(2, 'hotline', { since: iso('2026-11-17T20:00') })
    const silent = { ...domain('video', null), document: undefined }
    expect(lines([late, fresh], [domain('hotline', {}), silent]).slice(0, 4)).toEqual([
      '已超时 人和事项1 未办',
      '新增 夜班以来 1 件，人和事项2 已列',
      '来源 video未更新 须查',
      '将到期 09:00 前无到期 正常',
    ])
  })

  it('says so when there is nothing, and invents nothing', () => {
    expect(lines([], [domain('hotline', {})])).toEqual([
      '已超时 无超时事项 正常',
      '将到期 09:00 前无到期 正常',
      '新增 夜班以来无新增 正常',
      '来源 1 个来源均在更新 正常',
    ])
  })

  it('counts what came in since the shift began, across midnight', () => {
    const now = Array.from({ length: 48 }, (_, hour) => (hour <= 27 ? 1 : null))
    expect(lines([], [domain('hotline', { twoDays: { startHour: 0, stepMinutes: 60, now } })])).toContain(
      '受理 夜班以来hotline 8 件',
    )
  })

  it('says what begins, with its day where that is another', () => {
    const hall = domain('hall', { service: { state: 'closed', opensAt: iso('2026-11-19T09:00') } })
    const data = domain('data', {
      batch: { arrivedAt: iso('2026-11-17T06:00'), nextAt: iso('2026-11-18T06:00') },
    })
    expect(lines([], [hall, data]).slice(-2)).toEqual(['将开始 06:00 到批次', '将开始 11-19 周四 09:00 开厅'])
  })
})

describe('the river', () => {
  const now = Array.from({ length: 48 }, (_, hour) => (hour <= 27 ? hour : null))

  it('shows the day behind and half a day ahead, across midnight, and nothing outside', () => {
    const { from, until, intake } = riverOf(
      NOW,
      [],
      [domain('hotline', { twoDays: { startHour: 0, stepMinutes: 60, now } })],
    )
    expect([until - NOW, NOW - from]).toEqual([12 * HOUR, 24 * HOUR])
    expect(intake?.hours[0]).toEqual({ from: at('2026-11-17T03:00'), count: 3, low: null, high: null })
    expect(intake?.hours.filter(({ count }) => count !== null)).toHaveLength(25)
    expect(intake?.hours.at(-1)?.from).toBe(at('2026-11-18T14:00'))
    expect(intake?.most).toBe(30)
  })

  it('shows the hours of the last workday behind those that a closed hall expects', () => {
    const hours = (issued: number | null, usual: number) => [{ hour: 9, issued, usual }]
    const hall = (day: string, usual: number) =>
      domain('hall', { hours: hours(null, usual), lastDay: { day, hours: hours(31, 20) } })
    const shown = (day: string, usual = 20) =>
      riverOf(NOW, [], [hall(day, usual)]).intake?.hours.map(({ from, count, high }) => [from, count, high])
    const ahead = [at('2026-11-18T09:00'), null, 20]
    expect(shown('2026-11-17')).toEqual([[at('2026-11-17T09:00'), 31, 20], ahead])
    expect(shown('2026-11-13')).toEqual([ahead])
    expect(shown('someday')).toEqual([ahead])
    expect(shown('2026-11-13', 0)).toBeUndefined()
  })

  it('gives every domain a lane with its own exceptions, dues and openings', () => {
    const { lanes } = riverOf(
      NOW,
      [exception(1, 'hotline')],
      [
        domain('hotline', { orders }),
        domain('hall', { service: { state: 'closed', opensAt: iso('2026-11-18T09:00') } }),
      ],
    )
    expect(lanes.map(({ id, open, dues, coming }) => [id, open.length, dues.length, coming])).toEqual([
      ['hotline', 1, 3, []],
      ['hall', 0, 0, [{ at: at('2026-11-18T09:00'), what: 'service' }]],
    ])
  })

  it('looks a week ahead where nothing is counted by the hour', () => {
    const hall = domain('hall', {
      service: { state: 'closed', opensAt: iso('2026-11-23T09:00') },
      evaluation: { rows: [{ business: '医保', dueAt: iso('2026-11-20T17:00') }] },
    })
    expect(riverOf(NOW, [], [hall]).later.map(({ text }) => text)).toEqual(['医保到期', '开厅'])
    expect(riverOf(NOW, [], [domain('hotline', { twoDays: { now } }), hall]).later).toEqual([])
  })

  it('marks whole hours only', () => {
    expect(ticksOf(at('2026-11-17T00:05'), at('2026-11-18T12:05'), 3)[0]).toBe(at('2026-11-17T03:00'))
  })
})
