import { expect, it } from 'vitest'
import type { ExceptionItem } from '../../../src/contract/exception'
import { clockText, parseTime } from '../../../src/lib/calendar'
import { createRaised } from '../../../src/screens/wall/day-events'

const at = (time: string) => parseTime(`2026-11-18T${time}:00+08:00`)
const item = (id: string, since: string, due: string): ExceptionItem => ({
  id,
  place: null,
  what: id,
  severity: 'major',
  domain: 'hotline',
  metric: 'hotline.overdue',
  subject: null,
  owner: '区水务局',
  since,
  due,
  action: '督办',
})
const order = item('order', '2026-11-08T05:23:45+08:00', '2026-11-18T05:23:45+08:00')
const hall = item('hall', '2026-11-18T10:35:17+08:00', '2026-11-18T10:55:00+08:00')
const old = item('old', '2026-11-07T17:48:22+08:00', '2026-11-17T17:48:22+08:00')
const repeat = item('repeat', '2026-11-12T09:18:44+08:00', '2026-11-18T17:30:00+08:00')

it('a day’s events stand at the minute from which they are seen, and what was open before it is none of them', () => {
  const raised = createRaised()
  expect(raised.note([old], at('05:00'))).toEqual([])
  raised.note([old, order], at('06:00'))
  raised.note([old, order, repeat], at('10:00'))
  const events = raised.note([old, hall, repeat], at('11:00'))
  expect(events.map(({ id, at: moment }) => [id, clockText(moment)])).toEqual([
    ['order', '05:24'],
    ['repeat', '10:00'],
    ['hall', '10:36'],
  ])
})

it('what came and is still there is one event', () => {
  const raised = createRaised()
  raised.note([], at('05:00'))
  raised.note([order], at('06:00'))
  raised.note([], at('07:00'))
  expect(raised.note([order], at('08:00'))).toHaveLength(1)
})
