import { useRef, useState } from 'react'
import { questionOf, recordRowsOf, type RowsWanted } from '../../contract/records/record-rows'
import type { Parts } from '../../data/address'
import { countText } from '../../lib/format'
import { orderOf, type Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import styles from './Drawer.module.css'
import { CsvButton } from './CsvButton'
import { Facets } from './Facets'
import { Frame } from './Frame'
import { Insight } from './Insight'
import { placeIn } from './list-place'
import { LongList, type ListHandle } from './LongList'
import { narrowedText, readNarrowed, type ListShown } from './narrowed'
import { Search } from './Search'
import { useWindow } from './use-window'
import { readingsOf } from '../../domains/registry-readings'
import { Source } from './Source'
import { EvidenceRows } from './Why'
import { words } from './words'

/** The records that a figure counts, as many as it says; narrowed by fields where the link says so, and by what is looked for. */
export function Rows({ of }: { readonly of: string }) {
  const { metrics } = useScreen()
  const list = readNarrowed(of)
  const { metric } = list
  const wanted = metrics[metric]?.rows
  if (!wanted)
    return (
      <Frame crumbs={[metrics[metric]?.label ?? metric]} title={metrics[metric]?.label ?? metric}>
        <p className={styles.note}>{words.rows.unknown(metric)}</p>
      </Frame>
    )
  return <Counted key={metric} {...{ wanted, list }} />
}

interface CountedProps {
  readonly wanted: RowsWanted
  readonly list: ListShown
}

/** The question for a list, without and with what is looked for in it. */
function partsOf({ having }: RowsWanted, { narrowed, q }: ListShown, asked: Parts, reading?: Reading) {
  const sort = orderOf(reading, having)
  const all: Parts = { ...narrowed, ...asked, ...(sort !== undefined && { sort }) }
  return { all, found: q === '' ? all : { ...all, q, ...(reading && { in: saidIn(reading).join() }) } }
}

/** Fields that stand in a row or a record as the source wrote them; a code is looked for by its word, and stands among the facets. */
const saidIn = ({ title, meta, facts, codes = {} }: Reading) =>
  [...new Set([...title, ...meta, ...facts])].filter((field) => !codes[field])

function Counted({ wanted, list }: CountedProps) {
  const { metrics, region, regionName, domains, open } = useScreen()
  const { metric, narrowed, q } = list
  const { domain, parts: asked } = questionOf(wanted)
  const reading = readingsOf(domain)[asked.kind]
  const { all, found } = partsOf(wanted, list, asked, reading)
  const of = narrowedText(list)
  const [startAt] = useState(() => placeIn(of)?.at ?? 0)
  const { shown, fault, look } = useWindow(domain, found, startAt)
  const whole = useAnswer(recordRowsOf(domain), { region, parts: { ...all, limit: '1' } }).answer
  const rows = useRef<ListHandle>(null)
  const { label = metric, unit = '', definition = '' } = metrics[metric] ?? {}
  const values = Object.entries(narrowed).map(([field, value]) => reading?.codes?.[field]?.[value] ?? value)
  const title = [label, ...values].join(' · ')
  const page = shown?.page
  return (
    <Frame
      crumbs={[domains.nameOf(domain), label]}
      title={whole ? words.rows.of(title, countText(whole.total), unit) : title}
      meta={`${regionName} · ${definition}`}
    >
      <Search
        q={q}
        onSeek={(next) => open(`rows:${narrowedText({ ...list, q: next })}`, true)}
        onLeave={() => rows.current?.focus()}
        found={
          q !== '' && shown && !shown.old && whole
            ? words.search.found(countText(shown.page.total), countText(whole.total), unit)
            : null
        }
      />
      <Insight {...{ domain, metric }} subject={null} limit={null} />
      {reading?.facets && (
        <Facets
          {...{ domain, reading, parts: found, narrowed }}
          onNarrow={(next) => open(`rows:${narrowedText({ ...list, narrowed: next })}`)}
        />
      )}
      {!page && <p className={styles.note}>{fault ? words.rows.unread(fault.message) : words.waiting}</p>}
      {page?.total === 0 && <p className={styles.note}>{words.rows.none}</p>}
      {shown && page?.total !== 0 && (
        <LongList key={of} ref={rows} {...{ domain, reading, shown, of }} onLook={look} />
      )}
      {page && (
        <div className={styles.pager}>
          <Source {...{ domain, fault }} asOf={page.asOf} />
          {reading && page.total !== 0 && <CsvButton {...{ domain, reading, parts: found, title }} />}
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
