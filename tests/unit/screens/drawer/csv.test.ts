import { expect, it } from 'vitest'
import { readings } from '../../../../src/domains/hotline/readings'
import { csvOf } from '../../../../src/screens/drawer/csv'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')

it('writes what the screen says, in its words, and nothing that a spreadsheet would run or take apart', () => {
  const reading = readings['work-order']
  if (!reading) throw new Error('no reading')
  const fields = {
    orderNo: '001',
    category: '噪声,夜间"扰民"',
    dept: '=1+1',
    stage: 'sign',
    acceptedAt: '2026-11-18T10:12:00+08:00',
  }
  const [about, blank, head, row, ...rest] = csvOf(
    reading,
    [{ kind: 'work-order', key: '001', fields }],
    [['内容', '在办']],
    NOW,
  ).split('\r\n')
  expect(about).toBe('内容,在办')
  expect(blank).toBe('')
  const names = head?.split(',') ?? []
  expect(names).toEqual(Object.values(reading.labels))
  expect(row).toContain('"噪声,夜间""扰民"""')
  expect(row).toContain("'=1+1")
  expect(row).toContain('待签收')
  expect(row).toContain('11-18 10:12')
  expect(rest).toEqual([''])
})
