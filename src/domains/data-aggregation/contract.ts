import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import { count, date, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { ISSUE_STATES, RETURN_STEPS } from './codes'

const department = z.object({
  id: slug,
  name: text(12),
  /** The store the department loads into, as its exception names it: 不动产登记库. */
  library: z.optional(text(8)),
  records: count,
  /** Resource classes it provides; null where the city does not count them by department. */
  classes: z.optional(z.nullable(count)),
  /** Records of the latest load; null when that batch never arrived. */
  latest: z.optional(z.nullable(count)),
  /** Declared loading cycle: 1 daily, 7 weekly, 30 monthly. */
  cycleDays: z.optional(z.int().check(z.gte(1), z.lte(366))),
  /** Day of the last load that carried records; null when there is none on file. */
  lastLoad: z.optional(z.nullable(date)),
  idleDays: z.optional(count),
  /** Loads in a row that were due and carried nothing. */
  zeroLoads: z.optional(count),
})
export type Department = z.infer<typeof department>

const catalogueClass = z.object({
  id: slug,
  name: text(12),
  /** Metric of its mount rate: the target tick comes from the dictionary. */
  metric: slug,
  entries: count,
  mounted: count,
  rate,
})
export type CatalogueClass = z.infer<typeof catalogueClass>

const issue = z.object({
  no: text(16),
  title: text(10),
  rows: z.optional(count),
  owner: text(16),
  place: z.optional(z.nullable(z.object({ code: regionCode, name: text(16) }))),
  raisedAt: z.optional(moment),
  /** Workdays open; the day it was raised counts 0. */
  ageDays: count,
  state: z.optional(z.enum(ISSUE_STATES)),
  action: z.optional(text(8)),
})
export type Issue = z.infer<typeof issue>

const application = z.object({
  id: text(16),
  name: text(12),
  level: z.optional(text(6)),
  /** The step it is in now. */
  step: z.enum(RETURN_STEPS),
  appliedOn: z.optional(date),
  ageDays: z.optional(count),
  stepDays: z.optional(count),
})
export type Application = z.infer<typeof application>

const consumer = z.object({ id: slug, name: text(12), calls: count, failures: z.optional(count) })

const sharing = z.object({
  /** Since midnight; the store itself is loaded once a day, the interfaces are called all day. */
  calls: measure,
  failures: z.optional(measure),
  success: z.optional(rateMeasure),
  /** Success rate of the latest full hour: what the limit is judged by. */
  hour: z.optional(rateMeasure),
  series: z.optional(daySeries),
  consumers: z.optional(list(consumer, 30)),
})

const issues = z
  .object({
    open: measure,
    overdue: z.optional(measure),
    raised: z.optional(measure),
    closed: z.optional(measure),
    limitDays: z.optional(z.int().check(z.gte(1), z.lte(60))),
    /** Open issues by workdays open, 0 … limit; with a limit the last bar is everything past it. */
    byAge: z.optional(list(count, 62)),
    oldest: z.optional(list(issue, 12)),
    /** Rows of the latest load that broke a rule, of the rows checked. */
    problemRows: z.optional(measure),
    checkedRows: z.optional(measure),
  })
  .check(
    z.refine((i) => together(i.byAge, i.limitDays, (bars, limit) => bars.length === limit + 2), {
      path: ['byAge'],
      error: '分档数须为时限 + 2',
    }),
  )

const MOST_APPLICATIONS = 40

const returns = z.object({
  pending: measure,
  total: z.optional(measure),
  sources: z.optional(list(z.object({ id: slug, name: text(8), count, unit: z.optional(text(4)) }), 6)),
  granted: z.optional(measure),
  longest: z.optional(measure),
  applications: z.optional(list(application, MOST_APPLICATIONS)),
})

const catalogue = z.object({
  entries: measure,
  unmounted: z.optional(measure),
  rate: z.optional(rateMeasure),
  /** True where the split into classes is assumed and only the total was published. */
  assumedSplit: z.optional(z.boolean()),
  classes: z.optional(list(catalogueClass, 12)),
})

const intake = z.object({
  latest: measure,
  month: z.optional(measure),
  /** Oldest first, ending on `loadedDay`; null is a batch that never arrived. */
  days: z.optional(list(z.object({ date, records: z.nullable(count) }), 31)),
})

/** Every part is optional: what a city's data platform does not know is left out of the document. */
export const operation = z.object({
  /** What every figure that no town can be told apart in covers: 全区, 全市. */
  scope: z.optional(text(4)),
  platform: z.optional(text(16)),
  /** Day the latest load covers (T+1). */
  loadedDay: z.optional(date),
  /** When the last delivery arrived; of a platform with daily ones, the same time of day that comes next. */
  batch: z.optional(z.object({ arrivedAt: moment, nextAt: z.optional(moment) })),
  records: z.optional(measure),
  classes: z.optional(z.nullable(measure)),
  intake: z.optional(intake),
  loaded: z.optional(z.object({ done: count, due: count })),
  departments: z.optional(list(department, 80)),
  ontime: z.optional(rateMeasure),
  lateResources: z.optional(measure),
  catalogue: z.optional(catalogue),
  sharing: z.optional(sharing),
  issues: z.optional(issues),
  returns: z.optional(returns),
})

const isCut = (rows: readonly unknown[] = []) => rows.length === MOST_APPLICATIONS

const unmountedOf = ({ entries, mounted }: CatalogueClass) => entries - mounted

export type DataOperation = z.infer<typeof operation>
export type WholeData = Whole<DataOperation>

const sharingSums: readonly Sum<DataOperation>[] = [
  {
    part: 'sharing.failures',
    says: '失败次数多于调用次数',
    most: true,
    of: ({ sharing: s }) => [[[s?.failures?.value], s?.calls.value]],
  },
  {
    part: 'sharing.consumers',
    says: '各使用方之和不等于调用次数',
    of: ({ sharing: s }) => [[s?.consumers?.map((c) => c.calls), s?.calls.value]],
  },
  {
    part: 'sharing.consumers',
    says: '各使用方失败之和不等于失败次数',
    of: ({ sharing: s }) => [[s?.consumers?.map((c) => c.failures), s?.failures?.value]],
  },
]

const issueSums: readonly Sum<DataOperation>[] = [
  {
    part: 'issues.byAge',
    says: '各档之和不等于未闭环数',
    of: ({ issues: i }) => [[i?.byAge, i?.open.value]],
  },
  {
    part: 'issues.overdue',
    says: '超期数与时限外一档不一致',
    of: ({ issues: i }) => (i?.limitDays === undefined ? [] : [[[i.byAge?.at(-1)], i.overdue?.value]]),
  },
  {
    part: 'issues.problemRows',
    says: '问题数据多于校核数据',
    most: true,
    of: ({ issues: i }) => [[[i?.problemRows?.value], i?.checkedRows?.value]],
  },
]

const returnSums: readonly Sum<DataOperation>[] = [
  {
    part: 'returns.sources',
    says: '各级之和不等于回流总数',
    of: ({ returns: r }) => [[r?.sources?.map((s) => s.count), r?.total?.value]],
  },
  {
    part: 'returns.applications',
    says: '申请清单与在途数不一致',
    // A full list may have been cut.
    of: ({ returns: r }) => [
      [isCut(r?.applications) ? undefined : [r?.applications?.length], r?.pending.value],
    ],
  },
]

const catalogueSums: readonly Sum<DataOperation>[] = [
  {
    part: 'catalogue.classes',
    says: '各类目录之和不等于目录总数',
    of: ({ catalogue: c }) => [[c?.classes?.map((k) => k.entries), c?.entries.value]],
  },
  {
    part: 'catalogue.unmounted',
    says: '未挂载数与各类不一致',
    of: ({ catalogue: c }) => [[c?.classes?.map(unmountedOf), c?.unmounted?.value]],
  },
  {
    part: 'catalogue.classes',
    says: '已挂载多于目录数',
    most: true,
    of: ({ catalogue: c }) => (c?.classes ?? []).map((row) => [[row.mounted], row.entries]),
  },
]

export const sums: readonly Sum<DataOperation>[] = [
  {
    part: 'departments',
    says: '各部门之和不等于汇聚总量',
    of: (o) => [[o.departments?.map((d) => d.records), o.records?.value]],
  },
  {
    part: 'intake.latest',
    says: '各部门入库之和不等于当日入库',
    of: (o) => [[o.departments?.map((d) => d.latest), o.intake?.latest.value]],
  },
  {
    part: 'classes',
    says: '各部门类数之和不等于资源类数',
    of: (o) => [[o.departments?.map((d) => d.classes), o.classes?.value]],
  },
  {
    part: 'loaded',
    says: '已入库部门多于应入库部门',
    most: true,
    of: ({ loaded }) => [[[loaded?.done], loaded?.due]],
  },
  {
    part: 'intake.days',
    says: '末日与当日入库不一致',
    of: ({ intake: i }) => [[[i?.days?.at(-1)?.records], i?.latest.value]],
  },
  ...sharingSums,
  ...issueSums,
  ...returnSums,
  ...catalogueSums,
]

export const schema = documentSchema('data-aggregation', operation)
export type DataDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'data-aggregation', schema, sums })]
