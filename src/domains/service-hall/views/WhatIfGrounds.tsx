import { clockText, dayStart } from '../../../lib/calendar'
import { exactText } from '../../../lib/format'
import { words } from '../insight-words'
import styles from '../insight.module.css'
import type { WhatIf } from '../what-if'

const tenth = (value: number) => exactText(Math.round(value * 10) / 10)

/** What the projection stands on and takes for granted, behind one line. */
export function Grounds({ of }: { readonly of: WhatIf }) {
  const lines = groundsOf(of)
  return (
    <>
      <p className={styles.key}>{words.key(clockText(Date.parse(of.closes)))}</p>
      <details className={styles.grounds}>
        <summary>{words.assumptions}</summary>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** Each thing taken for granted, a line. */
export function groundsOf({ grounds, limit, runs, closes }: WhatIf): readonly string[] {
  if (!grounds) return []
  const { services, meanMinutes, withLastWeek, expected, weeks, ofUsual, back, noon, unsaidHours } = grounds
  const say = words.grounds
  const people = exactText(Math.round(expected))
  const clock = (ms: number) => clockText(dayStart(Date.parse(closes)) + ms)
  return [
    ofUsual === null ? say.today(people) : say.usual(people, weeks, `${Math.round(ofUsual * 100)}%`),
    say.services(services, tenth(meanMinutes), withLastWeek),
    ...(back && noon?.is !== 'now' ? [say.back(back.counters, String(Math.ceil(back.within)))] : []),
    ...(noon
      ? [noon.is === 'now' ? say.noonNow(clock(noon.to)) : say.noon(clock(noon.from), clock(noon.to))]
      : []),
    ...(unsaidHours ? [say.hours] : []),
    say.rules,
    say.until,
    say.runs(runs),
    ...(limit === null ? [] : [say.enough(limit)]),
  ]
}
