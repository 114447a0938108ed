import { describe, expect, it } from 'vitest'
import { cityConfig } from '../../../src/config/city'
import { shifts } from '../../../src/config/duty'
import { onDuty } from '../../../src/lib/duty'
import { problemsOf } from '../../../src/config/view'
import baiyun from '../../../public/config/cities/baiyun.json'

const roster = shifts.parse([
  { name: '白班', from: '08:00', to: '20:00', chiefs: ['甲**', '乙**'] },
  { name: '夜班', from: '20:00', to: '08:00', chiefs: ['丙**', '丁**', '戊**'] },
])
const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const on = (moment: string) => {
  const duty = onDuty(roster, at(moment))
  return [duty?.shift.name, duty?.chief, ((duty?.end ?? 0) - at(moment)) / 60_000]
}

describe('who is on duty', () => {
  it('is of the shift that the moment lies in, to the minute of the hand-over', () => {
    expect(on('2026-11-18T10:42')).toEqual(['白班', expect.any(String), 558])
    expect(on('2026-11-18T19:59').slice(0, 1)).toEqual(['白班'])
    expect(on('2026-11-18T20:00')).toEqual(['夜班', expect.any(String), 720])
    expect(on('2026-11-18T08:00').slice(0, 1)).toEqual(['白班'])
  })

  it('stays the same person across midnight, and takes turns from day to day', () => {
    const [, evening] = on('2026-11-18T23:59')
    expect(on('2026-11-19T00:01')).toEqual(['夜班', evening, 479])
    expect(on('2026-11-19T23:59')[1]).not.toBe(evening)
    const days = Array.from({ length: 6 }, (_, i) => on(`2026-11-${10 + i}T10:00`)[1])
    expect(new Set(days)).toEqual(new Set(['甲**', '乙**']))
    expect(days.slice(0, 2)).toEqual(days.slice(2, 4))
  })

  it.each([
    ['2026-11-18T19:59', '白班', 1],
    ['2026-11-18T20:00', '夜班', 12 * 60],
    ['2026-11-19T00:00', '夜班', 8 * 60],
    ['2026-11-19T07:59', '夜班', 1],
    ['2026-11-19T08:00', '白班', 12 * 60],
  ])('at %s is of %s, with %i minutes to go', (moment, shift, minutes) => {
    expect(on(moment)).toEqual([shift, expect.stringMatching(/^.\*\*$/), minutes])
  })

  it('has masked names in every city that is shipped', () => {
    const cities = import.meta.glob<{ duty?: { chiefs: string[] }[] }>(
      '../../../public/config/cities/*.json',
      {
        eager: true,
        import: 'default',
      },
    )
    const chiefs = Object.values(cities).flatMap(({ duty = [] }) => duty.flatMap(({ chiefs: all }) => all))
    expect(chiefs.length).toBeGreaterThan(10)
    expect(chiefs.filter((name) => !/^\p{Script=Han}\*{1,2}$/u.test(name))).toEqual([])
  })

  it('is nobody where no shift is', () => {
    expect(onDuty(roster.slice(0, 1), at('2026-11-18T03:00'))).toBeUndefined()
  })
})

it.each([
  [{ from: '8:00' }, 'duty.0.from'],
  [{ to: '24:00' }, 'duty.0.to'],
  [{ chiefs: [] }, 'duty.0.chiefs'],
])('a roster that is wrong in %j names the field', (wrong, field) => {
  const [first] = baiyun.duty
  const read = cityConfig.safeParse({ ...baiyun, duty: [{ ...first, ...wrong }] })
  expect(read.success).toBe(false)
  expect(problemsOf(read.error?.issues ?? []).map((problem) => problem.field)).toEqual([field])
})
