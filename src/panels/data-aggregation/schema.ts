import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import { count, date, list, moment, rate, regionCode, slug, text } from '../../contract/primitives'
import { demo } from './schema-demo'

const department = z.strictObject({
  id: slug,
  name: text(12),
  /** The store the department loads into, as its exception names it: 不动产登记库. */
  library: text(8),
  records: count,
  /** Resource classes it provides; null where the city does not count them by department. */
  classes: z.nullable(count),
  /** Records of the latest load; null when that batch never arrived. */
  latest: z.nullable(count),
  /** Declared loading cycle: 1 daily, 7 weekly, 30 monthly. */
  cycleDays: z.int().check(z.gte(1), z.lte(366)),
  /** Day of the last load that carried records; null when there is none on file. */
  lastLoad: z.nullable(date),
  idleDays: count,
  /** Loads in a row that were due and carried nothing. */
  zeroLoads: count,
})
export type Department = z.infer<typeof department>

const catalogueClass = z
  .strictObject({
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

export const ISSUE_STATES = ['待认领', '整改中', '待复核'] as const

const issue = z.strictObject({
  no: text(16),
  title: text(10),
  rows: count,
  owner: text(16),
  place: z.nullable(z.strictObject({ code: regionCode, name: text(16) })),
  raisedAt: moment,
  /** Workdays open; the day it was raised counts 0. */
  ageDays: count,
  state: z.enum(ISSUE_STATES),
  action: text(8),
})
export type Issue = z.infer<typeof issue>

export const RETURN_STEPS = ['申请', '审核', '授权', '接通'] as const

const application = z.strictObject({
  id: text(16),
  name: text(12),
  level: text(6),
  /** The step it is in now. */
  step: z.enum(RETURN_STEPS),
  appliedOn: date,
  ageDays: count,
  stepDays: count,
})
export type Application = z.infer<typeof application>

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const sharing = z
  .strictObject({
    /** Since midnight; the store itself is loaded once a day, the interfaces are called all day. */
    calls: measure,
    failures: measure,
    success: rateMeasure,
    /** Success rate of the latest full hour: what the limit is judged by. */
    hour: rateMeasure,
    series: daySeries,
    consumers: list(z.strictObject({ id: slug, name: text(12), calls: count, failures: count }), 30),
  })
  .check(
    z.refine((s) => (s.failures.value ?? 0) <= (s.calls.value ?? 0), {
      path: ['failures'],
      error: '失败次数多于调用次数',
    }),
    z.refine((s) => sum(s.consumers.map((c) => c.calls)) === (s.calls.value ?? 0), {
      path: ['consumers'],
      error: '各使用方之和不等于调用次数',
    }),
    z.refine((s) => sum(s.consumers.map((c) => c.failures)) === (s.failures.value ?? 0), {
      path: ['consumers'],
      error: '各使用方失败之和不等于失败次数',
    }),
  )

const issues = z
  .strictObject({
    open: measure,
    overdue: measure,
    raised: measure,
    closed: measure,
    limitDays: z.int().check(z.gte(1), z.lte(60)),
    /** Open issues by workdays open, 0 … limit; the last bar is everything past the limit. */
    byAge: list(count, 62),
    oldest: list(issue, 12),
    /** Rows of the latest load that broke a rule, of the rows checked. */
    problemRows: measure,
    checkedRows: measure,
  })
  .check(
    z.refine((i) => i.byAge.length === i.limitDays + 2, { path: ['byAge'], error: '分档数须为时限 + 2' }),
    z.refine((i) => sum(i.byAge) === i.open.value, { path: ['byAge'], error: '各档之和不等于未闭环数' }),
    z.refine((i) => i.byAge.at(-1) === i.overdue.value, {
      path: ['overdue'],
      error: '超期数与时限外一档不一致',
    }),
    z.refine((i) => (i.problemRows.value ?? 0) <= (i.checkedRows.value ?? 0), {
      path: ['problemRows'],
      error: '问题数据多于校核数据',
    }),
  )

const returns = z
  .strictObject({
    total: measure,
    sources: list(z.strictObject({ id: slug, name: text(8), count, unit: text(4) }), 6),
    pending: measure,
    granted: measure,
    longest: measure,
    applications: list(application, 40),
  })
  .check(
    z.refine((r) => r.total.value === null || sum(r.sources.map((s) => s.count)) === r.total.value, {
      path: ['sources'],
      error: '各级之和不等于回流总数',
    }),
    z.refine((r) => r.applications.length === r.pending.value, {
      path: ['applications'],
      error: '申请清单与在途数不一致',
    }),
  )

const catalogue = z
  .strictObject({
    entries: measure,
    unmounted: measure,
    rate: rateMeasure,
    /** True where the split into classes is assumed and only the total was published. */
    assumedSplit: z.boolean(),
    classes: list(catalogueClass, 12),
  })
  .check(
    z.refine((c) => sum(c.classes.map((k) => k.entries)) === c.entries.value, {
      path: ['classes'],
      error: '各类目录之和不等于目录总数',
    }),
    z.refine((c) => sum(c.classes.map((k) => k.entries - k.mounted)) === c.unmounted.value, {
      path: ['unmounted'],
      error: '未挂载数与各类不一致',
    }),
  )

export const operation = z
  .strictObject({
    /** What every figure that no town can be told apart in covers: 全区, 全市. */
    scope: text(4),
    platform: text(16),
    /** Day the latest load covers (T+1). */
    loadedDay: date,
    records: measure,
    classes: z.nullable(measure),
    intake: z.strictObject({
      latest: measure,
      month: measure,
      /** Oldest first, ending on `loadedDay`; null is a batch that never arrived. */
      days: list(z.strictObject({ date, records: z.nullable(count) }), 31),
    }),
    loaded: z.strictObject({ done: count, due: count }),
    departments: list(department, 80),
    ontime: rateMeasure,
    lateResources: measure,
    catalogue,
    sharing,
    issues,
    returns,
    /** Parameters of the demo; a live document has none. */
    demo: z.optional(demo),
  })
  .check(
    z.refine((o) => sum(o.departments.map((d) => d.records)) === o.records.value, {
      path: ['departments'],
      error: '各部门之和不等于汇聚总量',
    }),
    z.refine(
      (o) =>
        o.intake.latest.value === null ||
        sum(o.departments.map((d) => d.latest ?? 0)) === o.intake.latest.value,
      { path: ['intake', 'latest'], error: '各部门入库之和不等于当日入库' },
    ),
    z.refine((o) => o.classes === null || sum(o.departments.map((d) => d.classes ?? 0)) === o.classes.value, {
      path: ['classes'],
      error: '各部门类数之和不等于资源类数',
    }),
    z.refine((o) => (o.intake.days.at(-1)?.records ?? null) === o.intake.latest.value, {
      path: ['intake', 'days'],
      error: '末日与当日入库不一致',
    }),
    z.refine((o) => o.loaded.done <= o.loaded.due, { path: ['loaded'], error: '已入库部门多于应入库部门' }),
  )
export type DataOperation = z.infer<typeof operation>

export const schema = documentSchema('data-aggregation', operation)
export type DataDocument = z.infer<typeof schema>
