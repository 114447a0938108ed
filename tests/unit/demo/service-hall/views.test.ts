import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sceneConfig } from '../../../../src/config/scene'
import { pitchOf } from '../../../../src/domains/service-hall/views/CounterDots'
import { CELL_GAP, cellsOf, layoutOf } from '../../../../src/domains/service-hall/views/counter-layout'
import { sentenceOf } from '../../../../src/domains/service-hall/views/Keys'
import { panels as overview } from '../../../../src/domains/service-hall/overview'
import { dealColumns } from '../../../../src/blocks/ledger-fit'
import { entriesOf } from '../../../../src/domains/service-hall/published/entries'
import { words } from '../../../../src/domains/service-hall/published/words'
import { panels as scene } from '../../../../src/domains/service-hall/scene'
import { townFaults } from '../../../../src/domains/service-hall/views/town-faults'
import { ageText, opensText } from '../../../../src/domains/service-hall/views/text'
import { at, metrics } from '../cities'
import { baseOf, CITIES, operationAt } from './cities'

const panels = [...overview, ...scene]

describe('panels', () => {
  it('are the ten of the domain, its two cards of the night, and its hall where a city has no map', () => {
    expect(panels.map(({ id }) => id).toSorted()).toEqual(
      'counters business evaluation keys list published terminals throughput waits'
        .split(' ')
        .map((name) => `hall-${name}`)
        .concat('service-hall', 'hall-rest', 'reviews-rest', 'hall-floor')
        .toSorted(),
    )
  })

  it('show only metrics that are defined or published', () => {
    const published = new Set(CITIES.flatMap((city) => baseOf(city).published.map(({ metric }) => metric)))
    for (const panel of panels)
      expect(
        panel.metrics.filter((id) => !(id in metrics) && !published.has(id)),
        panel.id,
      ).toEqual([])
  })

  it('all stand in the scene, in areas its layouts know', () => {
    const hall = sceneConfig.parse(JSON.parse(readFileSync('public/config/scenes/hall.json', 'utf8')))
    expect(Object.values(hall.present.panels)).toEqual(
      expect.arrayContaining(
        scene.map(({ id }) => id).filter((id) => !id.endsWith('-rest') && id !== 'hall-floor'),
      ),
    )
    expect(Object.keys(hall.present.layouts).toSorted()).toEqual([
      '16:9',
      '21:9',
      '32:9',
      '48:9',
      '4:3',
      'phone',
      'portrait',
    ])
    for (const arrangement of [hall.present, hall.absent])
      for (const layout of Object.values(arrangement?.layouts ?? {})) {
        const areas = new Set(layout?.areas.flatMap((row) => row.trim().split(/\s+/)))
        for (const area of areas) expect(Object.keys(arrangement?.panels ?? {})).toContain(area)
      }
    expect(Object.values(hall.present.layouts).flatMap((l) => l?.columns ?? [])).not.toContain(0)
  })
})

describe('the sentence', () => {
  it('says who waits, against the usual, and where it is longest', () => {
    const now = at('2026-11-18 10:42')
    const sentence = sentenceOf(operationAt('baiyun', now), now)
    expect(sentence).toMatch(/^区中心等候 \d+ 人，高于周三常态；.+最长 3\d 分；6 厅共 \d+ 人。$/)
  })

  it('says when the halls open again, and that a town has none', () => {
    const sunday = at('2026-11-22 10:00')
    expect(sentenceOf(operationAt('baiyun', sunday), sunday)).toMatch(
      /^闭厅 · 11-23 周一 09:00 开；11-23 周一预约 \d+ 人，.+；自助终端在线/,
    )
    const now = at('2026-11-18 10:42')
    expect(sentenceOf(operationAt('baiyun', now, '440111002'), now)).toMatch(/^本地无厅接入叫号，区中心等候/)
    expect(sentenceOf(operationAt('xiantao', sunday), sunday)).not.toMatch(/终端/)
  })
})

describe('counter cells', () => {
  it.each([1, 4, 10, 24, 40, 60, 67, 160])('%i counters fit any box they are given', (n) => {
    for (const [width, height] of [
      [400, 340],
      [872, 270],
      [456, 230],
      [458, 380],
    ] as const) {
      const { columns, cell, level } = layoutOf(n, width, height)
      const rows = Math.ceil(n / columns)
      expect(rows * (cell + CELL_GAP) - CELL_GAP, `${level} ${width}×${height}`).toBeLessThanOrEqual(height)
    }
  })

  it('have the room of their key too where they need none', () => {
    expect(cellsOf(24, { width: 400, height: 420 })).toEqual(layoutOf(24, 400, 378))
    expect(cellsOf(24, { width: 400, height: 300 })).toEqual(layoutOf(24, 400, 224))
  })

  it('say more when there is room, and drop words before anything else', () => {
    expect(layoutOf(4, 400, 340).level).toBe('rich')
    expect(layoutOf(24, 400, 340).level).toBe('full')
    expect(layoutOf(24, 400, 230).level).toBe('minutes')
    expect(layoutOf(60, 400, 340).level).toBe('number')
    expect(layoutOf(160, 400, 150).level).toBe('mark')
  })

  it.each([4, 24, 40, 60, 67])('%i small marks stay within their width', (n) => {
    const { columns, size, gap } = pitchOf(n, 252, 4)
    expect(columns * (size + gap) - gap).toBeLessThanOrEqual(252)
    expect(Math.ceil(n / columns)).toBeLessThanOrEqual(4)
  })
})

describe('the ledger of published figures', () => {
  const names = new Map(Object.entries<string>(words.name))
  const sections = Object.values(words.section)

  it.each(CITIES)('names every figure of %s in at most six characters', (city) => {
    const long = baseOf(city)
      .published.map(({ metric }) => [metric, names.get(metric)] as const)
      .filter(([, name]) => name === undefined || [...name].length > 6)
    expect(long).toEqual([])
  })

  it('joins before and after, and prints what contradicts itself in one place only', () => {
    const { published, contradictions } = baseOf('heyuan')
    const entries = entriesOf(published, contradictions)
    const pair = entries.find((e) => e.figure.metric === 'hall_onewindow_rate')
    expect([pair?.before?.value, pair?.figure.value]).toEqual([70, 90])
    expect(entries.filter((e) => e.before !== undefined).length).toBe(5)
    const ids = entries.map((e) => e.figure.id)
    expect(ids).not.toContain('HY-006')
    expect(ids).not.toContain('HY-024')
    expect(ids).not.toContain('HY-009')
    expect(new Set(ids).size).toBe(ids.length)
    expect(published.length - entries.length).toBe(5 + 2)
  })

  it.each(CITIES)('gives every group of %s its weightiest figures within the places there are', (city) => {
    const { published, contradictions } = baseOf(city)
    const entries = entriesOf(published, contradictions)
    for (const [columns, rows] of [
      [3, 1],
      [3, 4],
      [6, 5],
    ] as const) {
      const dealt = dealColumns(entries, sections, columns, rows)
      expect(dealt.reduce((n, d) => n + d.columns, 0)).toBeLessThanOrEqual(columns)
      for (const { columns: own, entries: shown } of dealt)
        expect(shown.length).toBeLessThanOrEqual(own * rows)
      const first = dealt[0]?.entries[0]
      expect(first).toEqual(entries.find((e) => e.section === first?.section))
    }
  })
})

it('faults are gathered by town, worst first', () => {
  const { terminals, towns } = operationAt('baiyun', '2026-11-18 10:42')
  if (!terminals) throw new Error('no terminals')
  const rows = townFaults(terminals, towns)
  const broken = rows.map(({ terminals: t }) => (t ? t.total - t.online : 0))
  expect(broken.toSorted((a, b) => b - a)).toEqual(broken)
  expect(broken.reduce((a, b) => a + b, 0)).toBe(terminals.total - terminals.online)
})

it('ages and openings are said in words', () => {
  expect([0.7, 1.2, 47.9, 48, 200].map(ageText)).toEqual(['42 分', '1 时', '47 时', '2 天', '8 天'])
  const opensAt = '2026-11-18T09:00:00+08:00'
  expect(opensText(opensAt, at('2026-11-18 03:00'))).toBe('今日 09:00')
  expect(opensText(opensAt, at('2026-11-15 03:00'))).toBe('11-18 周三 09:00')
})
