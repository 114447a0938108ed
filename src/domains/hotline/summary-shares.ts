import { COMPLAINTS } from './codes'
import { by, count, isKnown, percent, type Seen } from './summary-orders'

/** How many of `rows` are complaints; nothing where the city does not tell the types of its orders apart. */
export function complaintsOf({ orders }: Seen, rows: Uint32Array, period: string) {
  const { at, values } = orders.code('type')
  if (values.length === 1) return {}
  const complaint = values.map((type) => COMPLAINTS.some((one) => one === type))
  return {
    complaintShare: percent(
      count(rows, (row) => complaint[at[row] ?? 0] === true),
      rows.length,
      period,
    ),
  }
}

/**
 * How the orders among `rows` were passed on, and how often the automatic way was right: known of an order when it is signed for or sent
 * back. Nothing where nobody tells the ways apart.
 */
export function sentOf(seen: Seen, rows: Uint32Array, period: string) {
  const { at, values } = seen.orders.code('mode')
  if (values.length === 1) return {}
  const { sent, mistaken } = sentBy(seen)
  const is = (row: number, way: string) => values[at[row] ?? 0] === way && sent(row)
  const [auto, manual] = [count(rows, (row) => is(row, 'auto')), count(rows, (row) => is(row, 'manual'))]
  return {
    dispatch: {
      auto,
      manual,
      ...(isKnown(seen, seen.orders.time('returnedAt')) && { wrong: count(rows, mistaken) }),
      share: percent(auto, auto + manual, period),
      accuracy: accuracyOf(seen, rows, period),
    },
  }
}

/** Of a row: whether it was passed on to somebody, and whether a program passed it on to the wrong one. */
export function sentBy({ orders, now }: Seen) {
  const { at, values } = orders.code('mode')
  const [dispatched, returned] = [orders.time('dispatchedAt'), orders.time('returnedAt')]
  const passed = ['auto', 'manual']
  const sent = (row: number) => passed.includes(values[at[row] ?? 0] ?? '') && by(dispatched, row, now)
  return {
    sent,
    mistaken: (row: number) => values[at[row] ?? 0] === 'auto' && sent(row) && by(returned, row, now),
  }
}

/** Of the orders among `rows` that were passed on automatically and judged, the share that was not sent back. */
export function accuracyOf({ orders, now }: Seen, rows: Uint32Array, period: string) {
  const { at, values } = orders.code('mode')
  const [dispatched, signed, returned] = [
    orders.time('dispatchedAt'),
    orders.time('signedAt'),
    orders.time('returnedAt'),
  ]
  const judged = rows.filter(
    (row) =>
      values[at[row] ?? 0] === 'auto' &&
      by(dispatched, row, now) &&
      (by(signed, row, now) || by(returned, row, now)),
  )
  const right = count(judged, (row) => !by(returned, row, now))
  return percent(right, judged.length, period)
}
