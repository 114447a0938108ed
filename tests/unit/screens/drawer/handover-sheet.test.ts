import { expect, it } from 'vitest'
import { readSheets, writtenOn } from '../../../../src/screens/drawer/handover-sheet'

it('keeps no number of a person, whoever wrote it down', () => {
  const sheets = writtenOn({}, 1000, {
    notes: '张三 13800138000 已回电',
    taker: { name: '13900139000', at: 5 },
  })
  const kept = JSON.stringify(sheets)
  expect(kept).not.toMatch(/13800138000|13900139000/)
  expect(kept).toContain('已回电')
})

it('writes on the sheet of its shift alone, and keeps the newest', () => {
  let sheets = writtenOn({}, 1, { notes: '第一班' })
  sheets = writtenOn(sheets, 2, { giver: { name: '李', at: 3 } })
  sheets = writtenOn(sheets, 1, { taker: { name: '王', at: 4 } })
  expect(sheets).toEqual({
    1: { notes: '第一班', giver: null, taker: { name: '王', at: 4 } },
    2: { notes: '', giver: { name: '李', at: 3 }, taker: null },
  })
  for (let begin = 3; begin <= 60; begin += 1) sheets = writtenOn(sheets, begin, { notes: 'x' })
  expect(Object.keys(sheets)).toHaveLength(42)
  expect(sheets).toHaveProperty('60')
  expect(sheets).not.toHaveProperty('1')
})

it('reads what it kept, and leaves out what is no sheet', () => {
  const sheets = writtenOn({}, 7, { notes: '备注', giver: { name: '李', at: 3 } })
  expect(readSheets(JSON.stringify(sheets))).toEqual(sheets)
  expect(readSheets('{"7":{"notes":5,"giver":{"name":"李"}},"8":"x"}')).toEqual({
    7: { notes: '', giver: null, taker: null },
  })
  for (const kept of [null, '', '[', '3', '[]']) expect(readSheets(kept)).toEqual({})
})
