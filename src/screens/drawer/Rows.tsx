import { useState } from 'react'
import { questionOf, recordRowsOf, type RowsWanted } from '../../contract/records/record-rows'
import { countText } from '../../lib/format'
import { orderOf } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import styles from './Drawer.module.css'
import { Frame } from './Frame'
import { RecordList } from './RecordList'
import { readingsOf } from './readings'
import { EvidenceRows } from './Why'
import { words } from './words'

/** Rows of a page. */
const PAGE = 12

/** The records that a figure counts: as many as it says. */
export function Rows({ metric }: { readonly metric: string }) {
  const { metrics } = useScreen()
  const wanted = metrics[metric]?.rows
  if (!wanted)
    return (
      <Frame crumbs={[metrics[metric]?.label ?? metric]} title={metrics[metric]?.label ?? metric}>
        <p className={styles.note}>{words.rows.unknown(metric)}</p>
      </Frame>
    )
  return <Counted key={metric} metric={metric} wanted={wanted} />
}

function Counted({ metric, wanted }: { readonly metric: string; readonly wanted: RowsWanted }) {
  const { metrics, region, regionName, domains } = useScreen()
  // Where each page begins; the last one is shown.
  const [cursors, setCursors] = useState<readonly string[]>([''])
  const { domain, parts } = questionOf(wanted)
  const readings = readingsOf(domain)
  const sort = orderOf(readings[parts.kind], wanted.having)
  const cursor = cursors.at(-1) ?? ''
  const { answer, fault } = useAnswer(recordRowsOf(domain), {
    region,
    parts: {
      ...parts,
      ...(sort !== undefined && { sort }),
      limit: String(PAGE),
      ...(cursor !== '' && { cursor }),
    },
  })
  const { label = metric, unit = '', definition = '' } = metrics[metric] ?? {}
  const from = (cursors.length - 1) * PAGE
  const next = answer?.next ?? null
  return (
    <Frame
      crumbs={[domains.nameOf(domain), label]}
      title={answer ? words.rows.of(label, countText(answer.total), unit) : label}
      meta={`${regionName} · ${definition}`}
    >
      {!answer && <p className={styles.note}>{fault ? words.rows.unread(fault.message) : words.waiting}</p>}
      {answer?.rows.length === 0 && <p className={styles.note}>{words.rows.none}</p>}
      {answer && <RecordList domain={domain} rows={answer.rows} readings={readings} />}
      {answer && answer.leftOut.length > 0 && (
        <p className={styles.note}>{words.rows.left(answer.leftOut.length)}</p>
      )}
      {answer && (next !== null || cursors.length > 1) && (
        <div className={styles.pager}>
          <button
            type="button"
            className={styles.button}
            disabled={cursors.length === 1}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {words.pageBefore}
          </button>
          <span>{words.page(from + 1, from + answer.rows.length, countText(answer.total))}</span>
          <button
            type="button"
            className={styles.button}
            disabled={next === null}
            onClick={() => next !== null && setCursors([...cursors, next])}
          >
            {words.pageAfter}
          </button>
        </div>
      )}
    </Frame>
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
        <EvidenceRows domain={item.domain} records={records} />
      ) : (
        <p className={styles.note}>{words.why.gone}</p>
      )}
    </Frame>
  )
}
