import { ExceptionMark } from '../../blocks/ExceptionMark'
import { recordRowOf, type RecordRow } from '../../contract/records/record-rows'
import {
  metaOf,
  momentIn,
  momentText,
  plainReading,
  titleOf,
  valueText,
  type Reading,
} from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import styles from './Drawer.module.css'
import { Frame } from './Frame'
import { Tiles } from './Tiles'
import { readingsOf } from '../../domains/registry-readings'
import { Way } from './Way'
import { words } from './words'

interface RecordProps {
  /** `hotline.work-order`. */
  readonly records: string
  /** What names it within its kind. */
  readonly name: string
}

/** One record: how urgent it is, whose, the way it took, and all that is registered of it. */
export function Record({ records, name }: RecordProps) {
  const [domain = '', kind = ''] = records.split('.')
  const { domains } = useScreen()
  const readings = readingsOf(domain)
  const { answer, fault } = useAnswer(recordRowOf(domain), { region: null, parts: { kind, id: name } })
  const crumbs = [domains.nameOf(domain), readings[kind]?.name ?? kind]
  if (answer?.row)
    return <Found key={name} domain={domain} row={answer.row} crumbs={crumbs} reading={readings[kind]} />
  return (
    <Frame crumbs={crumbs} title={name}>
      <p className={styles.note}>
        {answer ? words.record.gone(name) : fault ? words.rows.unread(fault.message) : words.waiting}
      </p>
    </Frame>
  )
}

interface FoundProps {
  readonly domain: string
  readonly row: RecordRow
  readonly crumbs: readonly string[]
  readonly reading: Reading | undefined
}

function Found({ domain, row, crumbs, reading = plainReading(row) }: FoundProps) {
  const now = useNow()
  const { open } = useScreen()
  const mark = useExceptions().find((one) => one.domain === domain && one.subject === row.key)
  const span = spanOf(reading, row, now)
  const state = reading.state === undefined ? null : valueText(reading, row, reading.state, now)
  const due = momentIn(row, reading.due?.at ?? '')
  const told = reading.facts.map((field) => [field, valueText(reading, row, field, now)] as const)
  const facts = told.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]))
  const blank = told.flatMap(([field, value]) => (value === null ? [reading.labels[field] ?? field] : []))
  const owner = ['dept', 'owner']
    .map((field) => valueText(reading, row, field, now))
    .find((one) => one !== null)
  return (
    <Frame
      crumbs={[...crumbs, row.key]}
      title={
        <>
          {mark && (
            <button
              type="button"
              className={styles.mark}
              aria-label={words.why.title}
              onClick={() => open(`why:${mark.id}`)}
            >
              <ExceptionMark of={mark} size={36} />
            </button>
          )}
          {titleOf(reading, row, now)}
        </>
      }
      meta={[row.key, ...metaOf(reading, row, now), ...(state === null ? [] : [state])].join(' · ')}
    >
      {(span !== null || owner !== undefined) && (
        <Tiles
          span={span}
          severity={mark?.severity}
          {...(span?.of === 'due' && { note: words.due(momentText(due, now)) })}
          owner={owner ?? undefined}
          action={mark?.action}
        />
      )}
      <Way reading={reading} row={row} now={now} severity={mark?.severity} />
      <section>
        <h4 className={styles.heading}>{words.record.facts}</h4>
        <dl className={styles.facts}>
          {facts.map(([field, value]) => (
            <div key={field}>
              <dt>{reading.labels[field] ?? field}</dt>
              <dd>
                {reading.links?.includes(field) ? (
                  <button
                    type="button"
                    className={styles.more}
                    onClick={() => open(`row:${domain}.${row.kind}:${value}`)}
                  >
                    {value} ›
                  </button>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
        {blank.length > 0 && <p className={styles.note}>{words.record.unknown(blank)}</p>}
      </section>
    </Frame>
  )
}

function spanOf({ due, since }: Reading, row: RecordRow, now: number) {
  const at = momentIn(row, due?.at ?? since?.at ?? '')
  if (Number.isNaN(at)) return null
  if (due)
    return row.fields[due.pending] === true ? { ms: at - now, late: at < now, of: 'due' as const } : null
  if (since && row.fields[since.lasting] === true) return { ms: now - at, late: false, of: 'since' as const }
  return null
}
