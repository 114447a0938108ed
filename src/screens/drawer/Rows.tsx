import { useState } from 'react'
import { questionOf, recordRowsOf, type RecordRow, type RowsWanted } from '../../contract/records/record-rows'
import type { Page } from '../../contract/resource'
import { countText } from '../../lib/format'
import { orderOf } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import styles from './Drawer.module.css'
import { CsvButton } from './CsvButton'
import { Facets } from './Facets'
import { Frame } from './Frame'
import { Insight } from './Insight'
import { narrowedText, readNarrowed, type Narrowed } from './narrowed'
import { RecordList } from './RecordList'
import { readingsOf } from '../../domains/registry-readings'
import { Source } from './Source'
import { EvidenceRows } from './Why'
import { words } from './words'

/** Rows of a page. */
const PAGE = 12

/** The records that a figure counts, as many as it says; narrowed by fields where the link says so. */
export function Rows({ of }: { readonly of: string }) {
  const { metrics } = useScreen()
  const { metric, narrowed } = readNarrowed(of)
  const wanted = metrics[metric]?.rows
  if (!wanted)
    return (
      <Frame crumbs={[metrics[metric]?.label ?? metric]} title={metrics[metric]?.label ?? metric}>
        <p className={styles.note}>{words.rows.unknown(metric)}</p>
      </Frame>
    )
  return <Counted key={of} {...{ metric, wanted, narrowed }} />
}

interface CountedProps {
  readonly metric: string
  readonly wanted: RowsWanted
  readonly narrowed: Narrowed
}

function Counted({ metric, wanted, narrowed }: CountedProps) {
  const { metrics, region, regionName, domains, open } = useScreen()
  // Where each page begins; the last one is shown.
  const [cursors, setCursors] = useState<readonly string[]>([''])
  const { domain, parts: asked } = questionOf(wanted)
  const reading = readingsOf(domain)[asked.kind]
  const sort = orderOf(reading, wanted.having)
  const parts = { ...narrowed, ...asked, ...(sort !== undefined && { sort }) }
  const cursor = cursors.at(-1) ?? ''
  const { answer, fault } = useAnswer(recordRowsOf(domain), {
    region,
    parts: { ...parts, limit: String(PAGE), ...(cursor !== '' && { cursor }) },
  })
  const { label = metric, unit = '', definition = '' } = metrics[metric] ?? {}
  const values = Object.entries(narrowed).map(([field, value]) => reading?.codes?.[field]?.[value] ?? value)
  const title = [label, ...values].join(' · ')
  return (
    <Frame
      crumbs={[domains.nameOf(domain), label]}
      title={answer ? words.rows.of(title, countText(answer.total), unit) : title}
      meta={`${regionName} · ${definition}`}
    >
      <Insight {...{ domain, metric }} subject={null} limit={null} />
      {reading?.facets && (
        <Facets
          {...{ domain, reading, parts, narrowed }}
          onNarrow={(next) => open(`rows:${narrowedText(metric, next)}`)}
        />
      )}
      {!answer && <p className={styles.note}>{fault ? words.rows.unread(fault.message) : words.waiting}</p>}
      {answer?.rows.length === 0 && <p className={styles.note}>{words.rows.none}</p>}
      {answer && <RecordList domain={domain} rows={answer.rows} readings={readingsOf(domain)} />}
      {answer && answer.rows.length > 0 && (
        <div className={styles.pager}>
          <Pages page={answer} before={cursors} onPage={setCursors} />
          {reading && <CsvButton {...{ domain, reading, parts, title }} />}
        </div>
      )}
      {answer && <Source {...{ domain, fault }} asOf={answer.asOf} />}
    </Frame>
  )
}

interface PagesProps {
  readonly page: Page<RecordRow>
  readonly before: readonly string[]
  readonly onPage: (cursors: readonly string[]) => void
}

function Pages({ page: { rows, next, total }, before, onPage }: PagesProps) {
  if (next === null && before.length === 1) return null
  const from = (before.length - 1) * PAGE
  return (
    <>
      <button
        type="button"
        className={styles.button}
        disabled={before.length === 1}
        onClick={() => onPage(before.slice(0, -1))}
      >
        {words.pageBefore}
      </button>
      <span>{words.page(from + 1, from + rows.length, countText(total))}</span>
      <button
        type="button"
        className={styles.button}
        disabled={next === null}
        onClick={() => next !== null && onPage([...before, next])}
      >
        {words.pageAfter}
      </button>
    </>
  )
}

/** All records that an exception was found in, as far as it names them. */
export function EvidenceOf({ id }: { readonly id: string }) {
  const { domains } = useScreen()
  const item = useExceptions().find((one) => one.id === id)
  const records = item?.evidence?.records ?? []
  const count = countText(item?.evidence?.count ?? records.length)
  return (
    <Frame
      crumbs={[item ? domains.nameOf(item.domain) : words.why.crumb, item?.what ?? words.why.title]}
      title={words.rows.of(words.rows.evidence, count, '')}
    >
      {item ? (
        <>
          <EvidenceRows domain={item.domain} records={records} all={item.evidence?.count ?? records.length} />
          <Source domain={item.domain} />
        </>
      ) : (
        <p className={styles.note}>{words.why.gone}</p>
      )}
    </Frame>
  )
}
