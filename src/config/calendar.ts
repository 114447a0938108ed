import * as z from 'zod/mini'
import { date, list, slug, text } from '../contract/primitives'

const period = z
  .string()
  .check(
    z.regex(
      /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
      '工作时段须为 HH:mm-HH:mm，如 09:00-12:00',
    ),
  )

const hours = z.strictObject({
  /** Of a workday, in order: mornings, afternoons. */
  periods: list(period, 6).check(
    z.minLength(1),
    z.refine((all) => all.every((one) => one.slice(0, 5) < one.slice(6)), '工作时段的结束须晚于开始'),
    z.refine(
      (all) => all.every((one, i) => i === 0 || (all[i - 1] ?? '').slice(6) <= one.slice(0, 5)),
      '工作时段须按先后排列，互不重叠',
    ),
  ),
  basis: z.enum(['standard', 'document', 'local', 'assumption']),
  source: text(60),
})

const daysOff = z
  .strictObject({ name: text(16), from: date, to: date })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: '结束日早于开始日' }))

const year = z.strictObject({
  /** The notice the days stand in. */
  document: text(60),
  issuer: text(16),
  date,
  off: list(daysOff, 20),
  /** Make-up workdays: weekends on which offices work. */
  work: list(date, 20),
})

/** `public/config/calendar/cn.json`: days off and make-up workdays as published, and the working hours of a day. */
export const calendarFile = z
  .strictObject({
    $schema: z.optional(z.string()),
    /** A year that is not here is judged by the weekday and the holidays of a fixed date. */
    years: z.record(z.string().check(z.regex(/^\d{4}$/, '须为四位年份')), year),
    hours,
    /** Cities that keep other hours. */
    cities: z._default(z.record(slug, hours), {}),
  })
  .check((context) => {
    for (const [name, { off, work }] of Object.entries(context.value.years)) {
      const said = [...off.flatMap(({ from, to }) => [from, to]), ...work]
      for (const day of said)
        if (!day.startsWith(name)) refuse(context, ['years', name], `${day} 不在 ${name} 年`)
      for (const day of work)
        if (off.some(({ from, to }) => from <= day && day <= to))
          refuse(context, ['years', name, 'work'], `${day} 既放假又上班`)
    }
  })
export type CalendarFile = z.infer<typeof calendarFile>

function refuse(
  context: { readonly value: unknown; readonly issues: z.core.$ZodRawIssue[] },
  path: string[],
  message: string,
): void {
  context.issues.push({ code: 'custom', input: context.value, path, message })
}
