import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import json from '../../../mock-data/huaibei/data-aggregation.json'
import { besideIn, rowUnitsOf, type LedgerEntry } from '../../../src/blocks/ledger-fit'
import { PublishedLedger } from '../../../src/blocks/PublishedLedger'
import { schema } from '../../../src/domains/data-aggregation/contract'
import { PanelScope } from '../../../src/panel/panel-scope'

const huaibei = schema.parse(json)
const [clash] = huaibei.contradictions
const absent = {
  ...huaibei,
  operation: null,
  absence: { kind: 'not-connected', reason: '尚未对接', source: '公开资料' },
} as const
const scope = { title: '', marks: [], chip: null, state: 'live', openInfo: () => undefined } as const
const size = { width: 872, height: 300 }

const entries: readonly LedgerEntry[] = huaibei.published.map((figure, i) => ({
  figure,
  before: i === 0 ? { ...figure, id: 'BEFORE', printed: { ...figure.printed, figure: '7' } } : undefined,
  section: i % 2 === 0 ? '甲' : '乙',
  label: '名称',
}))

const LAYOUTS = {
  rows: {},
  columns: { layout: 'columns' },
  cells: { layout: 'cells', entries, sections: ['甲', '乙'] },
} as const

function drawn(layout: keyof typeof LAYOUTS, document: typeof huaibei | typeof absent = huaibei): string {
  return renderToStaticMarkup(
    <PanelScope value={scope}>
      <PublishedLedger document={document} size={size} {...LAYOUTS[layout]} />
    </PanelScope>,
  )
}

const text = (html: string) => html.replaceAll(/<[^>]+>/g, '')

describe.each(['rows', 'columns', 'cells'] as const)('published figures in %s', (layout) => {
  it('print every figure where nothing is laid out, and do not speak of more', () => {
    const facts = [...drawn(layout).matchAll(/data-fact="([^"]+)"/g)].map(([, id]) => id)
    expect(huaibei.published.length).toBeGreaterThan(10)
    expect(facts).toEqual(expect.arrayContaining(huaibei.published.map(({ id }) => id)))
    expect(text(drawn(layout))).not.toMatch(/另 \d+ 项/)
  })

  it('stand beside what contradicts itself, word for word', () => {
    expect(text(drawn(layout))).toContain(`口径待核 · ${clash?.title}`)
    for (const { label, value } of clash?.statements ?? [])
      expect(text(drawn(layout))).toContain(`${label}${value}`)
  })

  it('say why there is nothing live where there is not', () => {
    expect(text(drawn(layout, absent))).toContain('未接入尚未对接依据：公开资料')
    expect(text(drawn(layout))).not.toContain('依据')
  })
})

it('a city that published nothing is said to have, or what the domain says of it', () => {
  const none = (own?: string) =>
    renderToStaticMarkup(
      <PanelScope value={scope}>
        <PublishedLedger document={{ ...huaibei, published: [] }} size={size} none={own} />
      </PanelScope>,
    )
  expect(text(none())).toContain('该文件在本领域没有公布数字')
  expect(text(none('因此不显示'))).toContain('因此不显示')
  expect(text(none('因此不显示'))).not.toContain('没有公布数字')
})

it('a figure is drawn against the one before a reform', () => {
  expect(entries[0]?.figure.printed.figure).toBe('1843')
  expect(drawn('cells')).toContain('aria-label="由 7 到 1,843"')
})

it('a row takes two lines where its words do not fit beside its figure', () => {
  const [first] = huaibei.published
  if (!first) throw new Error('nothing published')
  const long = { ...first, label: '政务数据资源目录中已经完成挂接的数据资源数量' }
  expect([rowUnitsOf({ width: 460 }, first), rowUnitsOf({ width: 460 }, long)]).toEqual([40, 66])
  expect(rowUnitsOf({ width: 900 }, long)).toBe(40)
})

it('a wide list puts two figures beside each other where one below the other not all have room', () => {
  const [first] = huaibei.published
  if (!first) throw new Error('nothing published')
  const figures = Array.from({ length: 12 }, () => first)
  expect(besideIn({ width: 732, height: 480 }, figures)).toBe(1)
  expect(besideIn({ width: 732, height: 400 }, figures)).toBe(2)
  expect(besideIn({ width: 416, height: 400 }, figures)).toBe(1)
})
