/** Where a data quality issue stands. */
export const ISSUE_STATES = ['待认领', '整改中', '待复核'] as const

/** Steps of an application for data of another department. */
export const RETURN_STEPS = ['申请', '审核', '授权', '接通'] as const

/** Classes of the catalogue, as the trade divides it, with the part of their ids and of the metric of their mount rate. */
export const CATALOGUE_CLASSES = [
  ['政务省级', 'provincial'],
  ['政务个性化', 'gov_custom'],
  ['社会数据', 'social'],
  ['经济数据', 'economic'],
] as const
