import { describe, expect, it } from 'vitest'
import { dataIssue, load } from '../../../../src/domains/data-aggregation/records'
import { DAY, dayStart, isoTime } from '../../../../src/lib/calendar'
import { at } from '../../demo/cities'
import { countedOf, rowsOf } from './counted'
import { NOW, TOWNS, type Row } from './rows'

const time = (moment: string) => isoTime(at(moment))

/** Closed yesterday: tells that this source says when something is closed. */
const CLOSED: Row = {
  issueNo: 'WT-0',
  raisedAt: time('2026-11-16 09:00'),
  closedAt: time('2026-11-17 16:00'),
}

const countedIssues = (rows: readonly Row[], limits = {}) =>
  countedOf([[dataIssue, rowsOf(dataIssue, ...rows)]], { limits }).issues

describe('an issue', () => {
  it('ages by workdays, and is overdue past the limit of the wall', () => {
    const issue = { issueNo: 'WT-1', raisedAt: time('2026-11-10 17:00') }
    // Wednesday to Wednesday a week later: weekends do not count.
    expect(countedIssues([CLOSED, issue])?.oldest).toMatchObject([{ no: 'WT-1', ageDays: 6 }])
    expect(countedIssues([CLOSED, issue])?.overdue?.value).toBe(0)
    const strict = countedIssues([CLOSED, issue], { data_issue_age: 5 })
    expect([strict?.overdue?.value, strict?.limitDays, strict?.byAge]).toEqual([1, 5, [0, 0, 0, 0, 0, 0, 1]])
    expect(strict?.oldest?.[0]?.action).toBe('督办')
  })

  it('goes its way: claimed, mended, checked, closed', () => {
    const issue = { issueNo: 'WT-1', raisedAt: time('2026-11-17 09:00') }
    const [claimed, mended] = [
      { claimedAt: time('2026-11-17 10:00') },
      { mendedAt: time('2026-11-18 09:00') },
    ]
    const other = { ...CLOSED, ...claimed }
    const stateOf = (known: Row) => countedIssues([other, { ...issue, ...known }])?.oldest?.[0]
    expect(stateOf({})).toMatchObject({ state: '待认领', action: '派单' })
    expect(stateOf(claimed)).toMatchObject({ state: '整改中', action: '催办' })
    expect(stateOf({ ...claimed, ...mended })).toMatchObject({ state: '待复核', action: '复核' })
    expect(stateOf({ ...claimed, closedAt: time('2026-11-18 10:00') })).toBeUndefined()
  })

  it('more is open, raised and of its age; nothing else moves', () => {
    const rows = [CLOSED, { issueNo: 'WT-1', raisedAt: time('2026-11-13 09:00') }]
    const [before, after] = [
      countedIssues(rows),
      countedIssues([...rows, { issueNo: 'WT-2', raisedAt: time('2026-11-18 10:00') }]),
    ]
    expect([after?.open.value, after?.raised?.value, after?.byAge?.[0]]).toEqual([2, 1, 1])
    expect(after?.byAge?.slice(1)).toEqual(before?.byAge?.slice(1))
    expect([after?.closed, after?.overdue, after?.open.compare]).toEqual([
      before?.closed,
      before?.overdue,
      before?.open.compare,
    ])
  })

  it('closed today was open yesterday', () => {
    const issue = { issueNo: 'WT-1', raisedAt: time('2026-11-13 09:00'), closedAt: time('2026-11-18 09:00') }
    const issues = countedIssues([issue])
    expect([issues?.open.value, issues?.open.compare?.value, issues?.closed?.value]).toEqual([0, 1, 1])
  })

  it('that has been open longest is listed first', () => {
    const rows = [
      { issueNo: 'A', raisedAt: time('2026-11-17 09:00') },
      { issueNo: 'B', raisedAt: time('2026-11-16 09:00') },
    ]
    expect(countedIssues(rows)?.oldest?.map(({ no }) => no)).toEqual(['B', 'A'])
  })

  it('in a town is named with it, and whoever has to mend it', () => {
    const [town] = TOWNS
    const row = { issueNo: 'WT-1', raisedAt: time('2026-11-17 09:00'), town }
    expect(countedIssues([row])?.oldest?.[0]).toMatchObject({ place: town, owner: town?.name })
    expect(countedIssues([{ ...row, town: null }])?.oldest?.[0]).toMatchObject({
      place: null,
      owner: '未指派',
    })
  })
})

it('what nobody says of an issue is left out, never a nought', () => {
  const issues = countedIssues([{ issueNo: 'WT-1', raisedAt: time('2026-11-17 09:00') }])
  expect(issues).not.toHaveProperty('closed')
  expect(issues?.open).not.toHaveProperty('compare')
  for (const part of ['rows', 'state', 'action']) expect(issues?.oldest?.[0]).not.toHaveProperty(part)
})

describe('rows that broke a rule', () => {
  const delivery = (dept: string, known: Row): Row => ({
    loadId: dept,
    dept,
    day: isoTime(dayStart(NOW) - DAY),
    records: 100,
    ...known,
  })
  const checks = (...loads: readonly Row[]) =>
    countedOf([
      [dataIssue, []],
      [load, rowsOf(load, ...loads)],
    ]).issues

  it('are those of the latest load, of the rows checked; never more than these', () => {
    const issues = checks(
      delivery('甲', { checked: 60, problems: 2 }),
      delivery('乙', { checked: 10, problems: 30 }),
      delivery('丙', { checked: 1000 }),
    )
    expect([issues?.checkedRows?.value, issues?.problemRows?.value]).toEqual([70, 12])
  })

  it('are unknown where nobody checks', () => {
    expect(checks(delivery('甲', {}))).not.toHaveProperty('problemRows')
  })
})
