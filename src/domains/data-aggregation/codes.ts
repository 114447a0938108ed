/** Where a data quality issue stands. */
export const ISSUE_STATES = ['待认领', '整改中', '待复核'] as const

/** Steps of an application for data of another department. */
export const RETURN_STEPS = ['申请', '审核', '授权', '接通'] as const
