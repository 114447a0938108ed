import type { Acts } from '../kit/act'

export const acts: Acts = {
  /** Of one channel, or of all that failed together. */
  repair({ id, at, rows }) {
    const waiting = rows('outage').filter(
      ({ outageNo, fault, camera, dispatchedAt, endedAt }) =>
        [outageNo, fault, camera].includes(id) && dispatchedAt === null && endedAt === null,
    )
    if (waiting.length === 0) return '没有待派修的故障'
    return waiting.map(({ outageNo }) => ({
      kind: 'outage',
      key: ['outageNo', String(outageNo)],
      fields: { dispatchedAt: at },
    }))
  },
}
