import type { ExceptionItem } from '../../../../src/contract/exception'

/** An exception of which only some things matter. */
export const itemOf = (id: string, given: Partial<ExceptionItem> = {}): ExceptionItem => ({
  id,
  place: { code: '440111004', name: '三元里街' },
  what: '签收超时 2 件',
  severity: 'major',
  domain: 'hotline',
  metric: 'hotline_overdue',
  subject: null,
  owner: '三元里街道办',
  since: '2026-11-18T09:42:00+08:00',
  due: '2026-11-18T12:42:00+08:00',
  action: '督办',
  ...given,
})
