import { dayStart } from '../../lib/calendar'
import type { Fields } from '../../lib/fields'
import type { Acts, Ground } from '../kit/act'
import { CLOSES, OPENS } from './roster'

/** The moments of a bad review on its way, in turn. */
const WAY = ['verifyingAt', 'rectifyingAt', 'callbackAt', 'closedAt'] as const

export const acts: Acts = {
  /** A bad review goes on to the step that it has not reached. */
  advance({ id, at, rows }) {
    const review = rows('evaluation').find(({ evaluationNo }) => evaluationNo === id)
    if (!review) return `没有编号为 ${id} 的记录`
    const next = WAY.find((moment) => review[moment] === null)
    return next === undefined
      ? '该评价已闭环'
      : [{ kind: 'evaluation', key: ['evaluationNo', id], fields: { [next]: at } }]
  },
  /** A named counter, or the first of the named hall that is free; whoever waits longest is called to it. */
  'open-counter'(ground) {
    const { id, at, now, rows } = ground
    const closes = dayStart(now) + CLOSES
    if (now < dayStart(now) + OPENS || now >= closes) return '大厅未开放'
    const counters = rows('counter')
    const free = counters.filter(({ openedAt, pausedAt }) => openedAt === null || pausedAt !== null)
    const counter = free.find(({ counterNo }) => counterNo === id) ?? free.find(({ hall }) => hall === id)
    if (!counter) return '没有可增开的窗口'
    const ticket = longestWaiting(ground, counter)
    const { openedAt, line } = counter
    return [
      {
        kind: 'counter',
        key: ['counterNo', String(counter['counterNo'])],
        fields: { openedAt: openedAt ?? at, pausedAt: null, closedAt: null, line: ticket?.['line'] ?? line },
        until: closes,
      },
      ...(ticket
        ? [
            {
              kind: 'ticket',
              key: ['ticketNo', String(ticket['ticketNo'])] as const,
              fields: { calledAt: at, counter: counter['no'] },
            },
          ]
        : []),
    ]
  },
}

function longestWaiting({ now, rows }: Ground, { hall }: Fields): Fields | undefined {
  const waiting = rows('ticket').filter(
    (row) =>
      row['hall'] === hall && row['calledAt'] === null && Date.parse(String(row['takenAt'])) >= dayStart(now),
  )
  return waiting.toSorted((a, b) => (String(a['takenAt']) < String(b['takenAt']) ? -1 : 1))[0]
}
