import { setIn, type Acts } from '../kit/act'

export const acts: Acts = {
  dispatch: setIn(
    'work-order',
    'orderNo',
    (at) => ({ dispatchedAt: at, mode: 'manual' }),
    (row) => (row['dispatchedAt'] === null ? null : '该工单已派单'),
  ),
  /** Once a day: what was called in by the supervisors long ago may be called in again. */
  supervise: setIn(
    'work-order',
    'orderNo',
    (at) => ({ supervisedAt: at }),
    ({ closedAt, supervisedAt }, at) =>
      closedAt !== null ? '该工单已办结' : dayOf(supervisedAt) === dayOf(at) ? '该工单今日已督办' : null,
  ),
}

const dayOf = (at: unknown) => String(at).slice(0, 10)
