import { DAY, HOUR, MINUTE } from '../../lib/calendar'
import type { FaultType } from '../../domains/video/codes'

/** A kind of trouble: how long it lasts, how much of the standing stock it makes up, and what it does to a channel. */
export interface FaultClass {
  readonly key: string
  /** Which of the source's shares it draws on, and how much of it. */
  readonly stock: 'offline' | 'picture' | 'storage'
  readonly share: number
  readonly shortest: number
  readonly longest: number
  /** Weights of 1, 2, 3 … channels failing together. */
  readonly sizes: readonly number[]
  readonly types: readonly FaultType[]
  /** Repaired by a crew in office hours; otherwise it comes back by itself. */
  readonly crew: boolean
  /** Days after its first day on which it may still stand. */
  readonly reach: number
}

export const CLASSES: readonly FaultClass[] = [
  {
    key: 'blink',
    stock: 'offline',
    share: 0.08,
    shortest: 10 * MINUTE,
    longest: 3 * HOUR,
    sizes: [0.5, 0.25, 0.15, 0.1],
    types: ['断链'],
    crew: false,
    reach: 1,
  },
  {
    key: 'shift',
    stock: 'offline',
    share: 0.22,
    shortest: 3 * HOUR,
    longest: 20 * HOUR,
    sizes: [0.6, 0.2, 0.12, 0.08],
    types: ['断链'],
    crew: true,
    reach: 2,
  },
  {
    key: 'days',
    stock: 'offline',
    share: 0.42,
    shortest: DAY,
    longest: 6.5 * DAY,
    sizes: [0.8, 0.2],
    types: ['断链'],
    crew: true,
    reach: 8,
  },
  {
    key: 'long',
    stock: 'offline',
    share: 0.28,
    shortest: 7.5 * DAY,
    longest: 45 * DAY,
    sizes: [0.92, 0.08],
    types: ['断链'],
    crew: true,
    reach: 47,
  },
  {
    key: 'picture',
    stock: 'picture',
    share: 1,
    shortest: 6 * HOUR,
    longest: 9 * DAY,
    sizes: [1],
    types: ['遮挡', '偏移', '黑屏', '遮挡'],
    crew: true,
    reach: 11,
  },
  {
    key: 'storage',
    stock: 'storage',
    share: 1,
    shortest: 4 * HOUR,
    longest: 3 * DAY,
    sizes: [0.3, 0.2, 0.2, 0.15, 0.15],
    types: ['存储异常'],
    crew: true,
    reach: 5,
  },
]

/** Mean of a log-uniform duration. */
export const meanLength = ({ shortest, longest }: FaultClass) =>
  (longest - shortest) / Math.log(longest / shortest)

export const meanSize = ({ sizes }: FaultClass) =>
  sizes.reduce((n, w, i) => n + w * (i + 1), 0) / sizes.reduce((n, w) => n + w, 0)
