import { setIn, type Acts } from '../kit/act'

export const acts: Acts = {
  dispatch: setIn(
    'work-order',
    'orderNo',
    (at) => ({ dispatchedAt: at, mode: 'manual' }),
    (row) => (row['dispatchedAt'] === null ? null : '该工单已派单'),
  ),
  supervise: setIn(
    'work-order',
    'orderNo',
    (at) => ({ supervisedAt: at }),
    (row) =>
      row['closedAt'] !== null ? '该工单已办结' : row['supervisedAt'] !== null ? '该工单已在督办' : null,
  ),
}
