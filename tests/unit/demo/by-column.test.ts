import { expect, it } from 'vitest'
import { rowsOfColumns } from '../../../src/data/store/rows-of-columns'
import { byColumn } from '../../../src/demo/kit/by-column'

it('rows sent by the column are the same rows: what repeats, what differs, what is unknown and what is not there', () => {
  const town = { code: '440111103', name: '人和' }
  const rows = [
    { no: '1', state: 'open', town, at: null, mark: true },
    { no: '2', state: 'open', town, at: '2026-11-18T10:42:00+08:00' },
    { no: '3', state: 'closed', town: null, at: null, late: 0 },
    { no: '4', state: 'open', town, at: null, late: undefined },
  ]
  const sent: unknown = JSON.parse(JSON.stringify(byColumn(rows)))
  expect(sent).toMatchObject({
    no: ['1', '2', '3', '4'],
    town: { values: [town, null], at: [0, 0, 1, 0] },
    late: { values: [0], at: [-1, -1, 0, -1] },
  })
  expect(rowsOfColumns(sent, 'rows')).toEqual(JSON.parse(JSON.stringify(rows)))
  expect(rowsOfColumns(byColumn([]), 'rows')).toEqual([])
})
