import { useMemo } from 'react'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import { recordRowOf, type RecordRow } from '../../contract/records/record-rows'
import {
  dueAsSeen,
  metaOf,
  momentText,
  pendingOf,
  plainReading,
  titleOf,
  valueText,
  type Reading,
} from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import type { DataFault } from '../../data/data-fault'
import { Deeds } from './deeds/Deeds'
import styles from './Drawer.module.css'
import { Source } from './Source'
import { Frame } from './Frame'
import { listOf } from './list-place'
import { RecordPictures } from './RecordPictures'
import { Tiles } from './Tiles'
import { readingsOf } from '../../domains/registry-readings'
import { useRowsByHand } from './use-rows-by-hand'
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
  const byHand = readingsOf(domain)[kind]?.byHand !== undefined
  return byHand ? <ByHand {...{ domain, kind, name }} /> : <Kept {...{ domain, kind, name }} />
}

interface OneProps {
  readonly domain: string
  readonly kind: string
  readonly name: string
}

/** One of what a document lists. */
function ByHand({ domain, kind, name }: OneProps) {
  const { domains } = useScreen()
  const { rows, reading, asOf } = useRowsByHand(domain, kind)
  const crumbs = [domains.nameOf(domain), reading?.name ?? kind]
  const row = rows?.find(({ key }) => key === name)
  if (row && asOf !== undefined)
    return <Found key={name} {...{ domain, crumbs, row, asOf, reading }} fault={undefined} />
  return (
    <Frame crumbs={crumbs} title={name}>
      <p className={styles.note}>{rows ? words.record.gone(name) : words.waiting}</p>
    </Frame>
  )
}

function Kept({ domain, kind, name }: OneProps) {
  const { domains } = useScreen()
  const readings = readingsOf(domain)
  const { answer, fault } = useAnswer(recordRowOf(domain, kind), { region: null, parts: { kind, id: name } })
  const crumbs = [domains.nameOf(domain), readings[kind]?.name ?? kind]
  if (answer?.row)
    return (
      <Found
        key={name}
        {...{ domain, crumbs, fault }}
        row={answer.row}
        asOf={answer.asOf}
        reading={readings[kind]}
      />
    )
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
  readonly asOf: string
  readonly fault: DataFault | undefined
  readonly crumbs: readonly string[]
  readonly reading: Reading | undefined
}

function Found({ domain, row, asOf, fault, crumbs, reading = plainReading(row) }: FoundProps) {
  const now = useNow()
  const { open } = useScreen()
  const mark = useExceptions().find((one) => one.domain === domain && one.subject === row.key)
  const pending = pendingOf(reading, row)
  const at = pending && dueAsSeen(reading, row, pending.at, now)
  const span = pending && {
    ...pending,
    ms: now - (at ?? now),
    late: pending.of === 'due' && pending.at < now,
  }
  const rows = useMemo(() => [row], [row])
  const state = reading.state === undefined ? null : valueText(reading, row, reading.state, now)
  const owner = ['dept', 'owner']
    .map((field) => valueText(reading, row, field, now))
    .find((one) => one !== null)
  // What is kept by hand has no number: it is called by its title.
  const number = reading.byHand ? [] : [row.key]
  return (
    <Frame
      crumbs={[...crumbs, ...number]}
      back={listOf(row.key)}
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
      meta={[...number, ...metaOf(reading, row, now), ...(state === null ? [] : [state])].join(' · ')}
    >
      {(span !== null || owner !== undefined) && (
        <Tiles
          span={span}
          severity={mark?.severity}
          {...(span?.of === 'due' && { note: words.due(momentText(row, reading.due?.at ?? '', now)) })}
          owner={owner ?? undefined}
          action={mark?.action}
        />
      )}
      <RecordPictures rows={rows} reading={reading} />
      <Deeds domain={domain} row={row} exception={mark} />
      <Way reading={reading} row={row} now={now} severity={mark?.severity} />
      <Facts {...{ domain, row, reading, now }} />
      <Source {...{ domain, asOf, fault }} />
    </Frame>
  )
}

interface FactsProps {
  readonly domain: string
  readonly row: RecordRow
  readonly reading: Reading
  readonly now: number
}

/** All that is registered of a record; what is not is named, not drawn as empty. */
function Facts({ domain, row, reading, now }: FactsProps) {
  const { open } = useScreen()
  const told = reading.facts.map((field) => [field, valueText(reading, row, field, now)] as const)
  const facts = told.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]))
  const blank = told.flatMap(([field, value]) => (value === null ? [reading.labels[field] ?? field] : []))
  return (
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
  )
}
