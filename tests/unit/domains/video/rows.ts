import { FAULT_TYPES } from '../../../../src/domains/video/codes'
import { camera, DEVICE_TYPES, outage } from '../../../../src/domains/video/records'
import { DAY, HOUR, isoTime } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'

export const NOW = at('2026-11-18 10:42')

export const TOWNS = ['440111001', '440111002', '440111103'].map((code, i) => ({ code, name: `镇${i}` }))

export type Row = Readonly<Record<string, unknown>>

/** A row of `kind` of which only `known` is known. */
const rowOf = ({ columns }: { readonly columns: object }, known: Row): Row => ({
  ...Object.fromEntries(Object.keys(columns).map((name) => [name, null])),
  ...known,
})

export const cameraOf = (known: Row) => rowOf(camera, known)
export const outageOf = (known: Row) => rowOf(outage, known)

/** Chance that can be repeated. */
function chance(seed: number) {
  const next = stream(seed)
  return {
    next,
    maybe: <T>(share: number, value: T) => (next() < share ? value : null),
    oneOf: <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)],
  }
}

/** Channels as sources give them: departments, places and devices partly unknown. */
export function anyCameras(seed: number, n = 200): Row[] {
  const { maybe, oneOf } = chance(seed)
  return Array.from({ length: n }, (_, i) =>
    cameraOf({
      id: `4401110208132600${String(i).padStart(4, '0')}`,
      source: maybe(0.9, oneOf(['公安', '城管', '水务', '镇街'])),
      group: maybe(0.9, oneOf(['key', 'sector'])),
      type: maybe(0.9, oneOf(DEVICE_TYPES)),
      town: maybe(0.9, oneOf(TOWNS)),
      labelled: maybe(0.9, oneOf([true, true, false])),
    }),
  )
}

/** Outages of those channels and of others: overlapping, still to come, over, some of one fault. */
export function anyOutages(seed: number, n = 300): Row[] {
  const { next, maybe, oneOf } = chance(seed + 1000)
  return Array.from({ length: n }, (_, i) => {
    const started = NOW - 20 * next() ** 2 * DAY + 0.5 * HOUR
    const later = () => isoTime(started + (NOW + HOUR - started) * next())
    return outageOf({
      outageNo: `o-${i}`,
      camera: `4401110208132600${String(Math.floor(next() * 220)).padStart(4, '0')}`,
      fault: maybe(0.4, `f-${Math.floor(next() * 40)}`),
      type: oneOf([...FAULT_TYPES, '断链', '断链', '断链']),
      place: maybe(0.8, oneOf(['河道', '城中村主干道东侧路口', '社区'])),
      source: maybe(0.2, '水务'),
      town: maybe(0.3, oneOf(TOWNS)),
      startedAt: isoTime(started),
      dispatchedAt: maybe(0.6, later()),
      acceptedAt: maybe(0.4, later()),
      repairedAt: maybe(0.3, later()),
      endedAt: maybe(0.6, later()),
      owner: maybe(0.7, '区水务局'),
    })
  })
}

export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const { next } = chance(seed)
  return rows
    .map((row) => ({ row, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
}
