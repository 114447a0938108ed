import { labelIn } from '../../../../src/domains/exceptions/views/river-label'
import { describe, expect, it } from 'vitest'
import type { CityDocument } from '../../../../src/contract/document'
import { handoverLines } from '../../../../src/domains/exceptions/views/handover'
import { laterOf, riverOf } from '../../../../src/domains/exceptions/views/river'
import { packed } from '../../../../src/domains/exceptions/views/river-legend'
import { marksOn, scaleOf } from '../../../../src/domains/exceptions/views/river-scale'
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
  handoverLines({ now: NOW, duty, items, domains, tier: 'district' }).map(({ kind, text, state }) =>
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
    // Nobody is expected in sight: it reaches back to when somebody was.
    expect(shown('2026-11-13', 0)?.[0]).toEqual([at('2026-11-13T09:00'), 31, 20])
    expect(shown('someday', 0)).toBeUndefined()
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

  const quiet = domain('hall', {
    service: { state: 'closed', opensAt: iso('2026-11-23T09:00') },
    lastDay: { day: '2026-11-13', hours: [{ hour: 9, issued: 31, usual: 20 }] },
    bookings: { day: '2026-11-23', hours: [{ hour: 9, booked: 12 }] },
    evaluation: {
      rows: [
        { business: '医保', dueAt: iso('2026-11-20T17:00') },
        { business: '社保', dueAt: iso('2026-11-20T17:00') },
        { business: '户籍', dueAt: iso('2026-11-30T17:00') },
      ],
    },
  })

  it('reaches from the last day on which anything was counted to the next for which somebody has booked', () => {
    const { from, until, intake } = riverOf(NOW, [], [quiet])
    expect([from, until]).toEqual([at('2026-11-13T08:00'), at('2026-11-23T11:00')])
    expect(intake?.hours.map(({ count, booked }) => [count, booked])).toEqual([
      [31, undefined],
      [null, 12],
    ])
  })

  it('gives the list of what is to come only what it does not draw itself, each moment once', () => {
    const told = (domains: readonly Raised[]) =>
      laterOf(NOW, domains, riverOf(NOW, [], domains).until).map(({ text }) => text)
    expect(told([quiet])).toEqual(['医保等 2 件到期'])
    expect(told([domain('hotline', { twoDays: { now } }), quiet])).toEqual(['医保等 2 件到期', '开厅'])
  })

  it('shrinks days without anybody, and lets time run forward all the same', () => {
    const { from, until, intake } = riverOf(NOW, [], [quiet])
    const busy = intake?.hours ?? []
    const { x, squeezed } = scaleOf(from, until, { left: 0, width: 1000, busy })
    expect(squeezed).toBe(true)
    expect([x(from), Math.round(x(until))]).toEqual([0, 1000])
    expect(x(at('2026-11-13T10:00')) - x(at('2026-11-13T09:00'))).toBeGreaterThan(200)
    const all = Array.from({ length: (until - from) / HOUR }, (_, i) => x(from + i * HOUR))
    expect(all).toEqual(all.toSorted((a, b) => a - b))
    expect(scaleOf(from, until, { left: 0, width: 1000, busy: [] }).squeezed).toBe(false)
  })

  it('marks whole hours only, midnights first, none too close to another', () => {
    const [from, until] = [at('2026-11-17T00:05'), at('2026-11-18T12:05')]
    const x = (ms: number) => ((ms - from) / (until - from)) * 400
    const marks = marksOn(x, from, until)
    expect(marks).toContain(at('2026-11-18T00:00'))
    expect(marks[0]).toBe(at('2026-11-17T03:00'))
    marks.slice(1).forEach((mark, i) => expect(x(mark) - x(marks[i] ?? 0)).toBeGreaterThanOrEqual(54))
  })

  it('breaks its legend between its parts where it is narrow, and leaves room for what stands beside it', () => {
    const parts = ['每小时取号', '浅色为常态', '空心柱为预约', '色条为未结事项']
    expect(packed(parts, 1000, '空心为到点会发生')).toEqual([
      '每小时取号，浅色为常态，空心柱为预约，色条为未结事项',
    ])
    expect(packed(parts, 480, '空心为到点会发生')).toEqual([
      '每小时取号，浅色为常态，空心柱为预约',
      '色条为未结事项',
    ])
    expect(packed(parts, 700, '空心为到点会发生')).toEqual([
      '每小时取号，浅色为常态，空心柱为预约',
      '色条为未结事项',
    ])
  })
})

describe('what stands beside a dot of the river', () => {
  const at = (x: number) => ({ begin: x, end: x, least: 100, most: 400 })

  it.each([
    ['to the right, where there is room', 150, { text: '08:00 换班', anchor: 'start' }],
    ['to the left, where there is none', 380, { text: '08:00 换班', anchor: 'end' }],
  ])('stands %s', (_, x, found) => {
    expect(labelIn(at(x), '08:00 换班', '换班')).toMatchObject(found)
  })

  it('leaves the hour to the axis where it would stand across the present', () => {
    const room = { ...at(180), most: 260 }
    expect(labelIn(room, '08:00 轮巡换班', '换班')).toEqual({ text: '换班', x: 194, anchor: 'start' })
  })

  it('stands above what it speaks of where neither side has room, off the present and inside the picture', () => {
    const near = (x: number) => labelIn({ begin: x, end: x, least: 240, most: 354 }, '06:00 到批次', '到批次')
    expect([near(250), near(297), near(340)].map(({ anchor }) => anchor)).toEqual(['start', 'middle', 'end'])
    expect(near(297)).toEqual({ text: '到批次', x: 297, anchor: 'middle' })
    const tight = labelIn({ begin: 250, end: 250, least: 240, most: 310 }, '到批次')
    expect(tight).toMatchObject({ anchor: 'middle', x: 277 })
  })
})
