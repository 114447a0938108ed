import { expect, it } from 'vitest'
import { noticeRow } from '../../../../src/contract/notice'
import { noticeOf, type Notice } from '../../../../src/panel/alarms/heard'
import { createRoom } from '../../../../src/panel/alarms/store'
import { BLANK, folded, toldOf, type Paper, type PaperPart } from '../../../../src/panel/alarms/papers'
import { stream } from '../../../../src/lib/random'

const BEGIN = 1_794_960_000_000
const [NOTES, GIVER, TAKER] = ['notes', 'giver', 'taker'] as const

/** What a seat tells of a part after it wrote on its sheet. */
function wrote(part: PaperPart, said: string | null, at: number): Notice {
  const value = part === NOTES ? (said ?? '') : said === null ? null : { name: said, at }
  const paper: Paper = { ...BLANK, [part]: value, written: { ...BLANK.written, [part]: at } }
  return { ...toldOf(paper, part, BEGIN), key: `${part}-${at}`, by: null }
}

const all = [
  wrote(NOTES, '三号电梯停', BEGIN + 1),
  wrote(NOTES, '三号电梯已修', BEGIN + 5),
  wrote(GIVER, '李', BEGIN + 2),
  wrote(TAKER, '错', BEGIN + 3),
  wrote(TAKER, null, BEGIN + 4),
  wrote(TAKER, '王', BEGIN + 6),
  wrote(GIVER, '赵', BEGIN + 2),
]
const last = {
  notes: '三号电梯已修',
  giver: { name: '赵', at: BEGIN + 2 },
  taker: { name: '王', at: BEGIN + 6 },
}

it('both seats see both signatures and the latest note, in whatever order and however often they hear of them', () => {
  for (let seed = 0; seed < 200; seed++) {
    const next = stream(seed)
    const told = [...all, ...all].toSorted(() => next() - 0.5)
    // One of them wrote some of it itself.
    const own = folded(BLANK, BEGIN, told.slice(0, 3))
    expect(folded(own, BEGIN, told)).toMatchObject(last)
  }
})

it('what was taken back is gone, and another shift has a sheet of its own', () => {
  expect(folded(BLANK, BEGIN, all.slice(0, 5)).taker).toBeNull()
  expect(folded(BLANK, BEGIN + 1, all)).toEqual(BLANK)
})

it('goes where notices go: by their contract, kept by the room, and no exception knows of it', () => {
  const rows = all.map((told) => noticeRow.parse({ ...told, at: new Date(told.at).toISOString() }))
  const room = createRoom('test', null)
  room.getState().hear(rows.map(noticeOf), BEGIN + 10)
  expect(folded(BLANK, BEGIN, room.getState().papers)).toMatchObject(last)
  expect(room.getState().journal.events).toEqual([])
  const row = { key: 'k', exception: 'x', at: new Date(BEGIN).toISOString() }
  const said = (deed: string) => noticeOf(noticeRow.parse({ ...row, deed, reason: '长'.repeat(600) })).reason
  expect(said('noted')).toHaveLength(600)
  expect(said('acknowledged')).toHaveLength(80)
})
