import type { Acts } from '../kit/act'

export const acts: Acts = {
  /** Of one channel, or of all that failed together. */
  repair({ id, at, rows }) {
    const standing = rows('outage').filter(
      ({ outageNo, fault, camera, endedAt }) => [outageNo, fault, camera].includes(id) && endedAt === null,
    )
    const waiting = standing.filter(({ dispatchedAt }) => dispatchedAt === null)
    if (waiting.length === 0) return standing.length > 0 ? '已派修，尚未恢复' : '没有未恢复的故障'
    return waiting.map(({ outageNo }) => ({
      kind: 'outage',
      key: ['outageNo', String(outageNo)],
      fields: { dispatchedAt: at },
    }))
  },
}
