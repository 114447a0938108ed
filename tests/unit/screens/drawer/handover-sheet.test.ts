import { expect, it } from 'vitest'
import { BLANK } from '../../../../src/panel/alarms/papers'
import { keepOn, readSheets, writtenOn } from '../../../../src/screens/drawer/handover-sheet'

it('keeps no number of a person, whoever wrote it down', () => {
  const sheets = writtenOn({}, 1000, {
    notes: '联系人：张三丰 13800138000 已回电',
    taker: { name: '13900139000', at: 5 },
  })
  const kept = JSON.stringify(sheets)
  expect(kept).not.toMatch(/13800138000|13900139000|三丰/)
  expect(kept).toContain('已回电')
})

it('writes on the sheet of its shift alone, and keeps the newest', () => {
  let sheets = writtenOn({}, 1, { notes: '第一班' })
  sheets = writtenOn(sheets, 2, { giver: { name: '李', at: 3 } })
  sheets = writtenOn(sheets, 1, { taker: { name: '王', at: 4 } })
  expect(sheets).toMatchObject({
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
  expect(readSheets('{"7":{"notes":5,"giver":{"name":"李"}},"8":"x"}')).toEqual({ 7: BLANK })
  // Of an earlier version it is known when somebody signed.
  expect(readSheets('{"7":{"notes":"旧","taker":{"name":"王","at":4}}}')).toEqual({
    7: { ...BLANK, notes: '旧', taker: { name: '王', at: 4 }, written: { notes: 0, giver: 0, taker: 4 } },
  })
  for (const kept of [null, '', '[', '3', '[]']) expect(readSheets(kept)).toEqual({})
})

it('loses nothing that another window of the machine wrote meanwhile, and goes on where nothing is kept', () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  const blank = { sheets: {}, kept: true }
  keepOn(store, 'k', blank, { begin: 7, change: { giver: { name: '李', at: 3 } } })
  const other = keepOn(store, 'k', blank, { begin: 7, change: { notes: '备注' } })
  expect(other.sheets[7]).toMatchObject({ notes: '备注', giver: { name: '李', at: 3 }, taker: null })

  const alone = keepOn(null, 'k', { sheets: {}, kept: false }, { begin: 7, change: { notes: '甲' } })
  const next = keepOn(null, 'k', alone, { begin: 7, change: { taker: { name: '王', at: 4 } } })
  expect(next).toMatchObject({
    sheets: { 7: { notes: '甲', giver: null, taker: { name: '王', at: 4 } } },
    kept: false,
  })
})
