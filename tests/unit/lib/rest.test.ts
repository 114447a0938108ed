import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../src/config/working-time'
import type { Shift } from '../../../src/lib/duty'
import { isRest } from '../../../src/lib/rest'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { calendarFile } from '../../../src/config/calendar'
import cn from '../../../public/config/calendar/cn.json'

const calendar = calendarOf(calendarFile.parse(cn), 'baiyun')
const shift = (from: string, to: string): Shift => ({ name: `${from}起`, from, to, chiefs: ['甲**'] })
const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const rest = (moment: string, ...roster: readonly Shift[]) => isRest(at(moment), calendar, roster)

const twelve = [shift('08:00', '20:00'), shift('20:00', '08:00')]

describe('the city is at rest', () => {
  it.each([
    ['2026-11-18T07:59', true],
    ['2026-11-18T08:00', false],
    ['2026-11-18T10:42', false],
    ['2026-11-18T19:59', false],
    ['2026-11-18T20:00', true],
    ['2026-11-18T23:59', true],
    ['2026-11-19T00:00', true],
    ['2026-11-19T03:00', true],
  ])('from hand-over to hand-over of the night shift, across midnight: %s is %s', (moment, is) => {
    expect(rest(moment, ...twelve)).toBe(is)
    expect(rest(moment)).toBe(is)
  })

  it.each([
    ['a Sunday', '2026-11-22T15:00', true],
    ['Friday night into Saturday', '2026-11-21T00:01', true],
    ['Monday before the hand-over', '2026-11-23T07:59', true],
    ['Monday after it', '2026-11-23T08:00', false],
    ['National Day', '2026-10-01T10:42', true],
    ['Spring Festival', '2026-02-17T10:42', true],
    ['a make-up Saturday', '2026-02-28T10:42', false],
    ['a make-up Sunday', '2026-01-04T10:42', false],
    ['the night of a make-up Saturday', '2026-02-28T21:00', true],
  ])('all of a day on which offices do not work: %s', (_, moment, is) => {
    expect(rest(moment, ...twelve)).toBe(is)
  })

  it('when the roster hands over, not when the clock strikes eight', () => {
    const early = [shift('07:30', '19:30'), shift('19:30', '07:30')]
    expect(
      ['2026-11-18T07:29', '2026-11-18T07:30', '2026-11-18T19:29', '2026-11-18T19:30'].map((moment) =>
        rest(moment, ...early),
      ),
    ).toEqual([true, false, false, true])
  })

  it('with three shifts in the one that is at night, and in the evening by the clock', () => {
    const three = [shift('08:00', '16:00'), shift('16:00', '00:00'), shift('00:00', '08:00')]
    expect(
      ['2026-11-18T15:00', '2026-11-18T19:00', '2026-11-18T20:30', '2026-11-18T00:00'].map((moment) =>
        rest(moment, ...three),
      ),
    ).toEqual([false, false, true, true])
  })

  it('by the clock where one shift lasts the whole day, or nobody is named', () => {
    const whole = [shift('08:00', '08:00')]
    expect(rest('2026-11-18T10:42', ...whole)).toBe(false)
    expect(rest('2026-11-18T21:00', ...whole)).toBe(true)
    expect(rest('2026-11-18T21:00', shift('08:00', '12:00'))).toBe(true)
  })

  it('by the weekday where there is no calendar', () => {
    expect(isRest(at('2026-11-22T15:00'), PLAIN_CALENDAR)).toBe(true)
    expect(isRest(at('2026-11-18T15:00'), PLAIN_CALENDAR)).toBe(false)
  })
})
