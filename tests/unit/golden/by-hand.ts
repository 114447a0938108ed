/** Figures counted the plain way, one row after the other, by the words of their definitions (`public/config/metrics`). */

export type Row = Readonly<Record<string, unknown>>

/** The rows of one domain by kind, and the moment they speak of. */
export interface Rows {
  readonly now: number
  /** Epoch ms of the start of its day. */
  readonly today: number
  /** Days an order may take where it names no limit itself. */
  readonly limitDays: number
  readonly of: (kind: string) => readonly Row[]
}

const DAY = 86_400_000
const HOUR = DAY / 24

/** A moment that has come; null where it is unknown or still to come. */
function past(row: Row, field: string, now: number): number | null {
  const text = row[field]
  if (typeof text !== 'string') return null
  const at = Date.parse(text)
  return at <= now ? at : null
}
const text = (row: Row, field: string) => (typeof row[field] === 'string' ? row[field] : null)
const number = (row: Row, field: string) => (typeof row[field] === 'number' ? row[field] : 0)
const sum = (rows: readonly Row[], field: string) =>
  rows.reduce((total, row) => total + number(row, field), 0)

// Hotline

const accepted = ({ of, now }: Rows) =>
  of('work-order').filter((row) => past(row, 'acceptedAt', now) !== null)
const open = (rows: Rows) => accepted(rows).filter((row) => past(row, 'closedAt', rows.now) === null)

/** Replied to, and not taken up again since. */
function replied(row: Row, now: number): boolean {
  const at = past(row, 'repliedAt', now)
  return at !== null && (past(row, 'reworkedAt', now) ?? 0) <= at
}

/** The limit of the order itself, or that of the whole city from its acceptance on. */
const dueIn = (row: Row, { now, limitDays }: Rows) =>
  (row['dueAt']
    ? Date.parse(text(row, 'dueAt') ?? '')
    : Date.parse(text(row, 'acceptedAt') ?? '') + limitDays * DAY) - now

/** Sent back, and since then neither dispatched anew nor passed on nor signed. */
function sentBack(row: Row, now: number): boolean {
  const returned = past(row, 'returnedAt', now)
  return (
    returned !== null &&
    (past(row, 'dispatchedAt', now) ?? 0) <= returned &&
    (past(row, 'reassignedAt', now) ?? 0) < returned &&
    (past(row, 'signedAt', now) ?? 0) < returned
  )
}

/** Where an open order stands: the first step that has not happened. */
function stageOf(row: Row, now: number): 'dispatch' | 'sign' | 'process' | 'callback' {
  if (replied(row, now)) return 'callback'
  const [dispatched, signed] = [past(row, 'dispatchedAt', now), past(row, 'signedAt', now)]
  if (sentBack(row, now) || dispatched === null) return 'dispatch'
  const sent = Math.max(dispatched, past(row, 'reassignedAt', now) ?? 0)
  return signed === null || signed < sent ? 'sign' : 'process'
}
const inStage = (stage: ReturnType<typeof stageOf>) => (rows: Rows) =>
  open(rows).filter((row) => stageOf(row, rows.now) === stage).length

const receivedSince = (rows: Rows, since: number) =>
  accepted(rows).filter((row) => Date.parse(text(row, 'acceptedAt') ?? '') >= since)

const hotline = {
  hotline_open: (rows: Rows) => open(rows).length,
  hotline_overdue_open: (rows: Rows) =>
    open(rows).filter((row) => !replied(row, rows.now) && dueIn(row, rows) < 0).length,
  hotline_due_soon: (rows: Rows) =>
    open(rows).filter((row) => {
      const left = dueIn(row, rows)
      return !replied(row, rows.now) && left >= 0 && left < DAY
    }).length,
  hotline_received_today: (rows: Rows) => receivedSince(rows, rows.today).length,
  hotline_closed_today: (rows: Rows) =>
    accepted(rows).filter((row) => (past(row, 'closedAt', rows.now) ?? 0) >= rows.today).length,
  hotline_returned: (rows: Rows) =>
    accepted(rows).filter((row) => (past(row, 'returnedAt', rows.now) ?? 0) > rows.now - DAY).length,
  hotline_repeated: (rows: Rows) =>
    receivedSince(rows, rows.today - 29 * DAY).filter((row) => text(row, 'repeatOf') !== null).length,
  hotline_stage_dispatch: inStage('dispatch'),
  hotline_stage_sign: inStage('sign'),
  hotline_stage_process: inStage('process'),
  hotline_stage_callback: inStage('callback'),
}

// Service halls

const mainHall = ({ of }: Rows) => {
  const halls = of('hall')
  return text(halls.find((row) => row['main'] === true) ?? halls[0] ?? {}, 'hall')
}
const ticketsToday = (rows: Rows) =>
  rows.of('ticket').filter((row) => (past(row, 'takenAt', rows.now) ?? 0) >= rows.today)
const ofMain = (rows: Rows, all: readonly Row[]) => all.filter((row) => row['hall'] === mainHall(rows))

/** In the queue: taken, or back in it after being passed over, and since then neither called nor gone. */
function waits(row: Row, now: number): boolean {
  const passed = past(row, 'passedAt', now)
  const since = Math.max(past(row, 'takenAt', now) ?? 0, past(row, 'requeuedAt', now) ?? 0)
  if (past(row, 'leftAt', now) !== null || past(row, 'endAt', now) !== null) return false
  if ((past(row, 'calledAt', now) ?? 0) >= since && past(row, 'calledAt', now) !== null) return false
  return passed === null || since > passed
}

/** The tickets of the last day before today on which any was taken: of a closed hall that day is told. */
function ticketsOfLastDay(rows: Rows): readonly Row[] {
  const before = rows
    .of('ticket')
    .filter((row) => (past(row, 'takenAt', rows.now) ?? rows.today) < rows.today)
  const dayOf = (row: Row) => text(row, 'takenAt')?.slice(0, 10) ?? ''
  const last = before.map(dayOf).toSorted().at(-1)
  return ofMain(
    rows,
    before.filter((row) => dayOf(row) === last),
  )
}

const hall = {
  hall_last_tickets: (rows: Rows) => ticketsOfLastDay(rows).length,
  hall_last_served: (rows: Rows) =>
    ticketsOfLastDay(rows).filter((row) => past(row, 'endAt', rows.now) !== null).length,
  hall_waiting: (rows: Rows) => ofMain(rows, ticketsToday(rows)).filter((row) => waits(row, rows.now)).length,
  hall_waiting_all: (rows: Rows) => ticketsToday(rows).filter((row) => waits(row, rows.now)).length,
  hall_tickets_today: (rows: Rows) => ofMain(rows, ticketsToday(rows)).length,
  hall_served_today: (rows: Rows) =>
    ofMain(rows, ticketsToday(rows)).filter((row) => past(row, 'endAt', rows.now) !== null).length,
  terminal_online: ({ of }: Rows) => of('terminal').filter((row) => (row['fault'] ?? null) === null).length,
}

// Video

const standing = (rows: Rows) =>
  rows
    .of('outage')
    .filter((row) => past(row, 'startedAt', rows.now) !== null && past(row, 'endedAt', rows.now) === null)
const cutOff = (rows: readonly Row[]) => rows.filter((row) => row['type'] === '断链')

/** From when to when each channel was cut off; two outages of one channel at the same time are one. */
function spells(rows: Rows): { from: number; to: number }[] {
  const ofCamera = new Map<string, { from: number; to: number }[]>()
  const begun = cutOff(rows.of('outage'))
    .map((row) => ({
      camera: text(row, 'camera') ?? '',
      from: past(row, 'startedAt', rows.now),
      to: past(row, 'endedAt', rows.now) ?? Number.POSITIVE_INFINITY,
    }))
    .toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))
  for (const { camera, from, to } of begun) {
    if (from === null) continue
    const own = ofCamera.get(camera) ?? []
    const last = own.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else own.push({ from, to })
    ofCamera.set(camera, own)
  }
  return [...ofCamera.values()].flat()
}
const faults = (rows: readonly Row[]) =>
  new Set(rows.map((row) => text(row, 'fault') ?? text(row, 'outageNo'))).size

/** Until 8:00 the last 24 hours stand for the day. */
const lately = ({ now, today }: Rows) => (now - today < 8 * HOUR ? now - DAY : today)

const video = {
  video_offline: (rows: Rows) => new Set(cutOff(standing(rows)).map((row) => row['camera'])).size,
  video_dropped_today: (rows: Rows) => spells(rows).filter(({ from }) => from >= lately(rows)).length,
  video_restored_today: (rows: Rows) =>
    spells(rows).filter(({ to }) => to >= lately(rows) && to <= rows.now).length,
  video_faults_open: (rows: Rows) => faults(standing(rows)),
}

// Data

const issuesOpen = (rows: Rows) =>
  rows
    .of('data-issue')
    .filter((row) => past(row, 'raisedAt', rows.now) !== null && past(row, 'closedAt', rows.now) === null)
const callsToday = (rows: Rows) =>
  rows.of('sharing-call').filter((row) => (past(row, 'from', rows.now) ?? 0) >= rows.today)

const data = {
  data_issues_open: (rows: Rows) => issuesOpen(rows).length,
  data_share_calls_today: (rows: Rows) => sum(callsToday(rows), 'calls'),
  data_share_failures: (rows: Rows) => sum(callsToday(rows), 'failures'),
  data_catalog_total: ({ of }: Rows) => of('catalogue-entry').length,
  data_unmounted: ({ of }: Rows) => of('catalogue-entry').filter((row) => row['mounted'] !== true).length,
}

/** By domain and metric. */
export const byHand: Readonly<Record<string, Readonly<Record<string, (rows: Rows) => number>>>> = {
  hotline,
  'service-hall': hall,
  video,
  'data-aggregation': data,
}
