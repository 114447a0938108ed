import * as z from 'zod/mini'
import { appConfig, type AppConfig } from '../config/app-config'
import { calendarFile, type CalendarFile } from '../config/calendar'
import { cityConfig, type CityConfig } from '../config/city'
import { readRules, type ReadRules } from '../config/rules'
import { metricDictionary, type MetricDictionary } from '../config/metrics'
import { sceneConfig, type SceneConfig } from '../config/scene'
import { sourceConfig } from '../config/source'
import { inOneLine, problemsOf, type FieldProblem } from '../config/view'
import { domainOf } from '../data/record-sources'
import { isFields } from '../lib/fields'

/** What each kind of configuration file says once it is judged. */
export interface ConfigOf {
  readonly site: {
    readonly config: AppConfig
    /** Resource → what is wrong with its source, for those that had to be taken out. */
    readonly wrongSources: Readonly<Record<string, string>>
  }
  readonly city: CityConfig
  readonly scene: SceneConfig
  readonly metrics: MetricDictionary
  readonly calendar: CalendarFile
  /** With what is wrong in single rules, which costs only those. */
  readonly rules: ReadRules
}
export type ConfigKind = keyof ConfigOf

export type Verdict<K extends ConfigKind> =
  | { readonly value: ConfigOf[K] }
  | { readonly problems: readonly FieldProblem[] }

const sourcesOf = z.looseObject({ sources: z.record(z.string(), z.unknown()) })

/** No figure of the wall is counted from it: what is wrong with it costs the study alone. */
const isOpenedOnly = (source: unknown) =>
  isFields(source) && isFields(source['records']) && source['records']['whenOpened'] === true

/**
 * A configuration whose only faults are in single sources still starts: each such source is taken out, and its panels say which
 * of its fields is wrong. Everything else goes on.
 */
function withoutWrongSources(body: unknown): { body: unknown; wrong: Record<string, string> } {
  const seen = sourcesOf.safeParse(body)
  if (!seen.success) return { body, wrong: {} }
  const wrong: Record<string, string> = {}
  const sources = Object.entries(seen.data.sources).filter(([id, source]) => {
    const parsed = sourceConfig.safeParse(source)
    if (parsed.success) return true
    wrong[isOpenedOnly(source) ? `${domainOf(id)}.study` : id] = inOneLine(
      problemsOf(parsed.error.issues, `sources.${id}.`),
    )
    return false
  })
  return { body: { ...seen.data, sources: Object.fromEntries(sources) }, wrong }
}

function judged<Schema extends z.ZodMiniType, Value>(
  schema: Schema,
  body: unknown,
  value: (data: z.infer<Schema>) => Value,
): { readonly value: Value } | { readonly problems: readonly FieldProblem[] } {
  const parsed = schema.safeParse(body)
  return parsed.success ? { value: value(parsed.data) } : { problems: problemsOf(parsed.error.issues) }
}

const JUDGES: { readonly [K in ConfigKind]: (body: unknown) => Verdict<K> } = {
  site(body) {
    const { body: rest, wrong } = withoutWrongSources(body)
    return judged(appConfig, rest, (config) => ({ config, wrongSources: wrong }))
  },
  city: (body) => judged(cityConfig, body, (city) => city),
  scene: (body) => judged(sceneConfig, body, (scene) => scene),
  metrics: (body) => judged(metricDictionary, body, ({ metrics }) => metrics),
  calendar: (body) => judged(calendarFile, body, (file) => file),
  rules(body) {
    const read = readRules(body)
    return 'unusable' in read ? { problems: read.unusable } : { value: read }
  },
}

/** Judges one configuration file. Pure; runs in the data worker, so that no page waits for a validator to be evaluated. */
export const judgeConfig = <K extends ConfigKind>(kind: K, body: unknown): Verdict<K> => JUDGES[kind](body)

/** The same, wherever it runs. */
export type JudgeConfig = <K extends ConfigKind>(kind: K, body: unknown) => Promise<Verdict<K>>
