import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { checkSource, createCheck } from '../../../src/data/check-source'
import { judge } from '../../../src/data/read-job'
import { evaluate } from '../../../src/data/mapping/expression'
import { createShelf } from '../../../src/data/store/shelf'
import { counting } from '../../../src/domains/hotline/summary'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { isoTime } from '../../../src/lib/calendar'

const NOW = Date.parse('2026-11-22T10:00:00+08:00')
const HOUR = 3_600_000
const PLACE = { city: 'baiyun', code: '440111', region: null }

const at = (hours: number) => isoTime(NOW - hours * HOUR)
const row = (gdbh: string, lx: string, more: object = {}) => ({ gdbh, lx, slsj: at(1), ...more })

const FIELDS = {
  orderNo: 'gdbh',
  acceptedAt: 'slsj',
  type: { from: 'lx', codes: { '01': '投诉', '02': '咨询' } },
}

/** What a check of the hotline says of its orders, sent in these pages. */
async function warningsOf(
  pages: readonly (readonly object[])[],
  {
    records = {},
    ...rest
  }: { readonly records?: object; readonly map?: string; readonly personal?: object } = {},
) {
  const paged = pages.length > 1
  const source = sourceConfig.parse({
    poll: { url: paged ? 'api/orders?page={page}&size={size}' : 'api/orders', everyMs: 5000 },
    about: { name: '工单库', owner: '区政数局', cadenceSeconds: 60 },
    records: {
      ...(rest.map === undefined && { fields: FIELDS }),
      ...(paged && { size: pages[0]?.length ?? 1 }),
      ...records,
    },
    ...rest,
  })
  const asked: unknown[] = []
  const shelf = Promise.resolve(createShelf(async () => counting))
  const reading = new Map(readers.map((reader) => [reader.id, reader]))
  const check = createCheck(
    {
      audience: 'duty',
      limits: {},
      calendar: PLAIN_CALENDAR,
      fetch: async () => {
        const rows = pages[asked.length] ?? []
        asked.push(rows)
        return Response.json(rows, { headers: { date: new Date(NOW).toUTCString() } })
      },
      thread: { read: async (job) => judge(job, reading, evaluate, () => shelf), lives: () => 1 },
    },
    { 'hotline.work-order': source },
  )
  const verdict = await checkSource(check, hotline, 'hotline', PLACE, NOW)
  return { verdict, text: verdict.warnings.join('\n'), lines: verdict.warnings }
}

describe('bad rows', () => {
  it('are shown as they came beside what was made of them, the first three', async () => {
    const { lines } = await warningsOf([[row('1', '01'), ...['2', '3', '4', '5'].map((n) => row(n, '09'))]])
    const shown = lines.filter((line) => line.includes('收到'))
    expect(shown).toHaveLength(3)
    expect(shown[0]).toContain('work-order 第 2 行 type ')
    expect(shown[0]).toContain(`收到 {"gdbh":"2","lx":"09","slsj":"${at(1)}"}`)
    expect(shown[0]).toContain(`映射为 {"orderNo":"2","acceptedAt":"${at(1)}"}`)
  })

  it('stand side by side where the source has no other answer to show', async () => {
    const { verdict } = await warningsOf([[row('1', '01'), row('2', '09')]])
    expect(verdict.raw).toEqual({ 'work-order': [row('2', '09')] })
    expect(verdict.mapped).toEqual({ 'work-order': [{ orderNo: '2', acceptedAt: at(1) }] })
  })

  it('are counted through the pages', async () => {
    const { text } = await warningsOf([
      [row('1', '01'), row('2', '01')],
      [row('3', '09'), row('4', '01')],
    ])
    expect(text).toContain('work-order 第 3 行 type ')
  })

  it('name nobody, whether their number came as text or as a number, in a value or in what is said of it', async () => {
    const { text } = await warningsOf(
      [
        [
          row('1', '01'),
          row('2', '13812345678', { nr: '请回电13912345678', lxdh: 13_712_345_678, lxr: '王小明' }),
          { ...row('3', ''), lx: 13_612_345_678 },
        ],
      ],
      { personal: { lxr: 'name' } },
    )
    expect(text).toContain('138****5678')
    expect(text).toContain('王**')
    expect(text).not.toMatch(/1(?:38|39|37|36)12345678|小明/)
  })

  it('are shown of a source that fails, with what its codes were', async () => {
    const { verdict, text } = await warningsOf([[row('1', '09'), row('2', '09'), row('3', '08')]])
    expect(verdict.fault?.kind).toBe('contract')
    expect(verdict.raw).toMatchObject({ 'work-order': [{ gdbh: '1' }, { gdbh: '2' }, { gdbh: '3' }] })
    expect(text).toContain('work-order 第 1 行 type ')
    expect(text).toContain('work-order 未知代码 type：“09” 2 行、“08” 1 行')
  })
})

describe('unknown codes', () => {
  it('are counted word by word, most first, those of rows that failed by another field too', async () => {
    const { text } = await warningsOf([
      [row('1', '01'), row('2', '08'), row('3', '09'), row('4', '09'), { ...row('5', '09'), slsj: '昨天' }],
    ])
    expect(text).toContain('work-order 未知代码 type：“09” 3 行、“08” 1 行')
  })

  it('are those of the contract as well, and at most eight', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => row(`n${i}`, '01', { pd: `way${i}` }))
    const { text } = await warningsOf([[row('1', '01', { pd: 'auto' }), ...rows]], {
      records: { fields: { ...FIELDS, mode: 'pd' } },
    })
    expect(text).toContain('work-order 未知代码 mode：“way0” 1 行')
    expect(text.match(/“way\d+”/g)).toHaveLength(8)
  })

  it('are none where a table has a word for all others', async () => {
    const { text } = await warningsOf([[row('1', '77')]], {
      records: { fields: { ...FIELDS, type: { from: 'lx', codes: { '01': '投诉', else: '其他' } } } },
    })
    expect(text).not.toContain('未知代码')
  })
})

describe('fields', () => {
  it('that no mapping uses are named, those inside another too', async () => {
    const rows = [row('1', '01', { bz: '急', jb: { code: 'A', name: '甲' } })]
    const { text } = await warningsOf([rows], { records: { fields: { ...FIELDS, dept: 'jb.name' } } })
    expect(text).toContain('work-order 映射没有用到的字段：bz、jb.code')
    expect(text).not.toContain('jb.name')
  })

  it('of a mapping of the whole answer are told by the names in it', async () => {
    const map = "[$.{ 'orderNo': gdbh, 'acceptedAt': $cnTime(slsj), 'type': lx, 'dept': zbdw }]"
    const { text } = await warningsOf([[row('1', '01', { zbdwmc: '区城管局', bz: '急' })]], { map })
    expect(text).toContain('各行都没有字段 zbdw，可能已改名为 zbdwmc')
    expect(text).toContain('映射没有用到的字段：bz')
  })

  it('are none where all are used', async () => {
    expect((await warningsOf([[row('1', '01')]])).text).not.toMatch(/没有用到|各行都没有/)
  })

  it.each([
    ['a name that is alike', { sl_sj: at(1), bjsj: at(0.5) }, { ...FIELDS }, 'slsj（acceptedAt）', 'sl_sj'],
    ['the only time', { began: at(1), bz: '急' }, { ...FIELDS }, 'slsj（acceptedAt）', 'began'],
  ])('that were renamed are guessed by %s', async (_, now, fields, gone, became) => {
    const { verdict, text } = await warningsOf([[{ gdbh: '1', lx: '01', ...now }]], { records: { fields } })
    expect(verdict.fault?.field).toBe('hotline.work-order.acceptedAt')
    expect(text).toContain(`work-order 各行都没有字段 ${gone}，可能已改名为 ${became}`)
  })

  it('that were renamed are guessed by the codes in them', async () => {
    const { text } = await warningsOf([[{ gdbh: '1', slsj: at(1), kind: '02', sort: '7' }]])
    expect(text).toContain('各行都没有字段 lx（type），可能已改名为 kind')
  })

  it('that hold a person and were renamed are guessed by their values', async () => {
    const { text } = await warningsOf([[row('1', '01', { contact: '13812345678' })]], {
      personal: { lxdh: 'phone' },
    })
    expect(text).toContain('各行都没有字段 lxdh，可能已改名为 contact')
    expect(text).not.toContain('13812345678')
  })

  it('that are gone are said without a guess where nothing is like them', async () => {
    const { text } = await warningsOf([[{ gdbh: '1', slsj: at(1), n: 7 }]])
    expect(text).toContain('各行都没有字段 lx（type）\n')
  })
})
