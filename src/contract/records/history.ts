import { codeColumn, numberColumn, placeColumn, recordKind, textColumn } from './kind'

/** Fewer weeks make no range: a row that says fewer is left out. */
export const FEWEST_WEEKS = 3

/** The fewest weeks behind the rows of a range; undefined where one of them does not say how many. */
export function fewestOf(weeks: readonly (number | undefined)[]): number | undefined {
  const fewest = Math.min(...weeks.map((n) => n ?? Number.NaN))
  return Number.isFinite(fewest) ? fewest : undefined
}

/**
 * What is usual, as a small table: for a system that keeps no records so far back, or has too many to send. A row is one metric of one
 * weekday and hour, of a place or of the whole city. A summary draws no band where neither rows nor this table tell one.
 */
export const historyOf = <const Domain extends string>(domain: Domain) =>
  recordKind({
    id: `${domain}.history`,
    version: 1,
    key: 'key',
    changed: null,
    notBefore: {},
    past: null,
    columns: {
      key: textColumn(60, { required: true, about: '行的编号，同一指标、地点、星期、小时只有一行' }),
      metric: codeColumn(null, { required: true, about: '指标，如 received' }),
      place: placeColumn({ about: '镇街；整个城市则为空' }),
      weekday: numberColumn(0, 6, { about: '星期：0 周日 … 6 周六；各日都算则为空' }),
      hour: numberColumn(0, 23, { about: '小时，如 9 指 9:00–10:00；全天则为空' }),
      mean: numberColumn(0, 1e9, { about: '平均值' }),
      low: numberColumn(0, 1e9, { about: '常态下限' }),
      high: numberColumn(0, 1e9, { about: '常态上限' }),
      weeks: numberColumn(1, 520, { about: `由多少周算出；少于 ${FEWEST_WEEKS} 周的不画常态区间` }),
    },
  })
