import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import {
  comesTo,
  count,
  date,
  list,
  moment,
  rate,
  regionCode,
  slug,
  text,
  together,
} from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
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

const catalogueClass = z
  .object({
    id: slug,
    name: text(12),
    /** Metric of its mount rate: the target tick comes from the dictionary. */
    metric: slug,
    entries: count,
    mounted: count,
    rate,
  })
  .check(z.refine((c) => c.mounted <= c.entries, { path: ['mounted'], error: '已挂载多于目录数' }))
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

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const consumer = z.object({ id: slug, name: text(12), calls: count, failures: z.optional(count) })

const sharing = z
  .object({
    /** Since midnight; the store itself is loaded once a day, the interfaces are called all day. */
    calls: measure,
    failures: z.optional(measure),
    success: z.optional(rateMeasure),
    /** Success rate of the latest full hour: what the limit is judged by. */
    hour: z.optional(rateMeasure),
    series: z.optional(daySeries),
    consumers: z.optional(list(consumer, 30)),
  })
  .check(
    z.refine((s) => together(s.failures?.value, s.calls.value, (failures, calls) => failures <= calls), {
      path: ['failures'],
      error: '失败次数多于调用次数',
    }),
    z.refine((s) => together(s.consumers, s.calls.value, (rows, n) => sum(rows.map((c) => c.calls)) === n), {
      path: ['consumers'],
      error: '各使用方之和不等于调用次数',
    }),
    z.refine(
      (s) =>
        together(s.consumers, s.failures?.value, (rows, n) =>
          comesTo(
            rows.map((c) => c.failures),
            n,
          ),
        ),
      {
        path: ['consumers'],
        error: '各使用方失败之和不等于失败次数',
      },
    ),
  )

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
    z.refine((i) => together(i.byAge, i.open.value, (bars, open) => sum(bars) === open), {
      path: ['byAge'],
      error: '各档之和不等于未闭环数',
    }),
    z.refine(
      (i) => i.limitDays === undefined || together(i.byAge?.at(-1), i.overdue?.value, (a, b) => a === b),
      {
        path: ['overdue'],
        error: '超期数与时限外一档不一致',
      },
    ),
    z.refine((i) => together(i.problemRows?.value, i.checkedRows?.value, (bad, all) => bad <= all), {
      path: ['problemRows'],
      error: '问题数据多于校核数据',
    }),
  )

const returns = z
  .object({
    pending: measure,
    total: z.optional(measure),
    sources: z.optional(list(z.object({ id: slug, name: text(8), count, unit: z.optional(text(4)) }), 6)),
    granted: z.optional(measure),
    longest: z.optional(measure),
    applications: z.optional(list(application, 40)),
  })
  .check(
    z.refine((r) => together(r.sources, r.total?.value, (rows, n) => sum(rows.map((s) => s.count)) === n), {
      path: ['sources'],
      error: '各级之和不等于回流总数',
    }),
    z.refine((r) => together(r.applications, r.pending.value, (rows, n) => rows.length === n), {
      path: ['applications'],
      error: '申请清单与在途数不一致',
    }),
  )

const catalogue = z
  .object({
    entries: measure,
    unmounted: z.optional(measure),
    rate: z.optional(rateMeasure),
    /** True where the split into classes is assumed and only the total was published. */
    assumedSplit: z.optional(z.boolean()),
    classes: z.optional(list(catalogueClass, 12)),
  })
  .check(
    z.refine(
      (c) => together(c.classes, c.entries.value, (rows, n) => sum(rows.map((k) => k.entries)) === n),
      {
        path: ['classes'],
        error: '各类目录之和不等于目录总数',
      },
    ),
    z.refine((c) => together(c.classes, c.unmounted?.value, (rows, n) => sum(rows.map(unmountedOf)) === n), {
      path: ['unmounted'],
      error: '未挂载数与各类不一致',
    }),
  )

const intake = z
  .object({
    latest: measure,
    month: z.optional(measure),
    /** Oldest first, ending on `loadedDay`; null is a batch that never arrived. */
    days: z.optional(list(z.object({ date, records: z.nullable(count) }), 31)),
  })
  .check(
    z.refine(({ days, latest }) => days === undefined || (days.at(-1)?.records ?? null) === latest.value, {
      path: ['days'],
      error: '末日与当日入库不一致',
    }),
  )

/** Every part is optional: what a city's data platform does not know is left out of the document. */
export const operation = z
  .object({
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
  .check(
    z.refine(
      (o) => together(o.departments, o.records?.value, (rows, n) => sum(rows.map((d) => d.records)) === n),
      {
        path: ['departments'],
        error: '各部门之和不等于汇聚总量',
      },
    ),
    z.refine(
      (o) =>
        together(o.departments, o.intake?.latest.value, (rows, n) =>
          comesTo(
            rows.map((d) => d.latest),
            n,
          ),
        ),
      {
        path: ['intake', 'latest'],
        error: '各部门入库之和不等于当日入库',
      },
    ),
    z.refine(
      (o) =>
        together(o.departments, o.classes?.value, (rows, n) =>
          comesTo(
            rows.map((d) => d.classes),
            n,
          ),
        ),
      {
        path: ['classes'],
        error: '各部门类数之和不等于资源类数',
      },
    ),
    z.refine(({ loaded }) => loaded === undefined || loaded.done <= loaded.due, {
      path: ['loaded'],
      error: '已入库部门多于应入库部门',
    }),
  )

const unmountedOf = ({ entries, mounted }: CatalogueClass) => entries - mounted

export type DataOperation = z.infer<typeof operation>
export type WholeData = Whole<DataOperation>

export const schema = documentSchema('data-aggregation', operation)
export type DataDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'data-aggregation', schema })]
