import { describe, expect, it } from 'vitest'
import { schema } from '../../../src/domains/exceptions/contract'
import { exception, plant, refused, sample } from './sample'

const absence = { kind: 'not-connected', reason: '尚未接入', source: '年度报告' } as const
const figure = {
  id: 'BY-049',
  metric: 'hotline_orders_closed',
  label: '办结工单',
  short: '办结工单',
  printed: { lead: '超', figure: '31', tail: '万件' },
  value: 310_000,
  unit: '件',
  period: '2021',
  role: 'actual',
  area: 'hotline',
  system: '12345 热线',
  comparison: null,
  definition: null,
}

describe('presence and absence', () => {
  it('accepts data, absence with a reason, and a source that answered with nothing', () => {
    expect(refused(schema, sample())).toEqual([])
    expect(refused(schema, sample({ absence, operation: null }))).toEqual([])
    expect(refused(schema, sample({ operation: null }))).toEqual([])
  })

  it('refuses a document that claims an absence and brings data, and names the data', () => {
    expect(refused(schema, sample({ absence }))).toEqual(['operation'])
  })

  it('refuses an absence without a reason or a source', () => {
    const absent = sample({ absence, operation: null })
    expect(refused(schema, plant(absent, 'absence.reason', ''))).toEqual(['absence.reason'])
    expect(refused(schema, plant(absent, 'absence.source', undefined))).toEqual(['absence.source'])
    expect(refused(schema, plant(absent, 'absence.kind', 'broken'))).toEqual(['absence.kind'])
  })

  it('never takes silence for data', () => {
    expect(refused(schema, plant(sample(), 'operation', undefined))).toEqual(['operation'])
  })
})

describe('a planted violation is refused and its path named', () => {
  const full = sample({ exceptions: [exception()], published: [figure] as never })

  it('the document without violations is accepted', () => {
    expect(refused(schema, full)).toEqual([])
  })

  it.each([
    ['contract', 'hotline/1'],
    ['contract', 'exceptions/2'],
    ['city', '白云'],
    ['region', '44'],
    ['asOf', '2026-11-18T10:42:00'],
    ['source.cadenceSeconds', 0],
    ['source.simulated', 'yes'],
    ['source.name', ''],
    ['published.0.value', '310000'],
    ['published.0.printed.figure', ''],
    ['published.0.role', 'guess'],
    ['exceptions.0.severity', 'red'],
    ['exceptions.0.owner', ''],
    ['exceptions.0.action', undefined],
    ['exceptions.0.due', undefined],
    ['exceptions.0.place.code', 'x'],
    ['operation.unseen.0', 'Hot line'],
  ])('%s = %j', (path, value) => {
    expect(refused(schema, plant(full, path, value))).toContain(path)
  })

  it.each([
    'expire',
    'source.phone',
    'operation.later',
    'exceptions.0.note',
    'exceptions.0.place.lng',
    'published.0.sub',
  ])('an unknown key is dropped where it stands, and the rest with it read as ever: %s', (path) => {
    expect(schema.safeParse(plant(full, path, 'x')).data).toEqual(full)
  })

  it.each([
    ['published', figure, 140],
    ['exceptions', exception(), 2000],
  ])('no more %s than fit: a flood is refused, not shown', (key, item, max) => {
    const fill = (n: number) =>
      plant(
        full,
        key,
        Array.from({ length: n }, () => item),
      )
    expect(refused(schema, fill(max))).toEqual([])
    expect(refused(schema, fill(max + 1))).toEqual([key])
  })
})

describe('口径待核', () => {
  const clash = {
    id: 'C1',
    title: '总数不一',
    statements: [
      { label: '正文', value: '12', fact: 'BY-001' },
      { label: '附表', value: '13', fact: 'BY-002' },
    ],
    arithmetic: '12 ≠ 13',
    metrics: ['hotline_open'],
  }
  const withClash = sample({ contradictions: [clash] })

  it('needs two statements to contradict each other', () => {
    expect(refused(schema, withClash)).toEqual([])
    expect(
      refused(schema, plant(withClash, 'contradictions.0.statements', clash.statements.slice(1))),
    ).toEqual(['contradictions.0.statements'])
  })
})
