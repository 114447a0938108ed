import { expect, it } from 'vitest'
import type { CityDocument } from '../../../../src/contract/document'
import { connectedRows } from '../../../../src/domains/city-overview/connected'
import { words } from '../../../../src/domains/city-overview/partly-words.zh'
import { documents } from '../documents'

const REASONS = [
  '仅公布来电咨询件数，口径非 12345，不作模拟',
  '年度文件未公布视频路数，不作模拟',
  '平台已升级，年度文件未公布工单数字，不作模拟',
  '2020 年度报告没有公布数据归集与共享数字，也未接入数据源',
]

const [like] = documents.values()
const absent = (reason: string, i: number) => {
  if (!like) throw new Error('no documents')
  const document: CityDocument = {
    ...like,
    published: [],
    absence: { kind: 'not-connected', reason, source: '示例' },
  }
  return { id: `d${i}`, name: `第 ${i} 域`, document }
}

it.each([
  [440, 900],
  [440, 300],
  [316, 190],
  [240, 60],
])('in %s by %s u every domain that is missing says why', (width, height) => {
  const { rows } = connectedRows(REASONS.map(absent), { width, height })
  expect(rows).toHaveLength(REASONS.length)
  for (const { reason } of rows) expect(reason).toBeTruthy()
})

it('beside a name the gist of a reason stands', () => {
  expect(REASONS.map(words.connected.gist)).toEqual([
    '仅公布来电咨询件数',
    '未公布视频路数',
    '未公布工单数字',
    '未公布数据归集与共享数字',
  ])
  expect(words.connected.gist('县数据中心尚未建设，各部门数据没有归集')).toBe('县数据中心尚未建设')
})
