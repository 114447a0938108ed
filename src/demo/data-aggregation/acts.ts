import type { Acts } from '../kit/act'

export const acts: Acts = {
  /** Whoever is reminded answers at once: a resource that is late is delivered, an issue is taken on. */
  remind({ id, at, rows }) {
    const issue = rows('data-issue').find(({ issueNo }) => issueNo === id)
    if (issue)
      return issue['claimedAt'] === null
        ? [{ kind: 'data-issue', key: ['issueNo', id], fields: { claimedAt: at, updatedAt: at } }]
        : '该问题已认领'
    const entry = rows('catalogue-entry').find(({ catalogId }) => catalogId === id)
    return entry
      ? [{ kind: 'catalogue-entry', key: ['catalogId', id], fields: { mounted: true, updatedAt: at } }]
      : `没有编号为 ${id} 的记录`
  },
}
