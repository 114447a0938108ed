import { useRef, useState } from 'react'
import { questionOf, recordRowsOf, type RowsWanted } from '../../contract/records/record-rows'
import type { Parts } from '../../data/address'
import { countText } from '../../lib/format'
import { listReading, orderOf, type Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useExceptions } from '../../panel/use-exceptions'
import controls from '../../ui/controls.module.css'
import styles from './Drawer.module.css'
import { CsvButton } from './CsvButton'
import { Facets } from './Facets'
import { Frame } from './Frame'
import { Insight } from './Insight'
import { placeIn } from './list-place'
import { ListedByHand } from './ListedByHand'
import { LongList, type ListHandle } from './LongList'
import { narrowedText, readNarrowed, type ListShown } from './narrowed'
import { Search } from './Search'
import { useValueWords, type WordOf } from './use-value-words'
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
  // What a study chooses is no figure of the dictionary: it is named by its kind of records.
  const wanted =
    metrics[metric]?.rows ?? (metric.includes('.') ? { records: metric, having: ['studied'] } : undefined)
  if (!wanted)
    return (
      <Frame crumbs={[metrics[metric]?.label ?? metric]} title={metrics[metric]?.label ?? metric}>
        <p className={styles.note}>{words.rows.unknown(metric)}</p>
      </Frame>
    )
  const { domain, parts } = questionOf(wanted)
  if (readingsOf(domain)[parts.kind]?.byHand) return <ListedByHand {...{ metric, wanted }} />
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

/** Flags that all of its rows have. */
const flagsOf = ({ having }: RowsWanted, narrowed: ListShown['narrowed']) => [
  ...having,
  ...Object.entries(narrowed).flatMap(([field, value]) => (value === 'true' ? field : [])),
]

/** The same broken down by what the link says, which may be a field that is not offered by itself. */
function brokenDown(listed: ReturnType<typeof listReading>, by: string | undefined): typeof listed {
  const { facets = [], labels } = listed.reading
  if (by === undefined || labels[by] === undefined) return listed
  return { by, reading: { ...listed.reading, facets: facets.includes(by) ? facets : [by, ...facets] } }
}

function Counted({ wanted, list }: CountedProps) {
  const { metrics, region, regionName, domains, open } = useScreen()
  const { metric, q } = list
  const { study = metric.includes('.') ? 'all' : undefined, ...narrowed } = list.narrowed
  const { domain, parts: asked } = questionOf(wanted)
  const own = readingsOf(domain)[asked.kind]
  const { reading, by = null } = own ? brokenDown(listReading(own, flagsOf(wanted, narrowed)), list.by) : {}
  const wordOf = useValueWords(reading)
  const whatOf = (fields: ListShown['narrowed']) => (study === undefined ? fields : { ...fields, study })
  const { all, found } = partsOf(wanted, { ...list, narrowed: whatOf(narrowed) }, asked, reading)
  const of = narrowedText(list)
  const [startAt] = useState(() => placeIn(of)?.at ?? 0)
  const { shown, fault, look } = useWindow(domain, found, startAt)
  const whole = useAnswer(recordRowsOf(domain, asked.kind), { region, parts: { ...all, limit: '1' } }).answer
  const rows = useRef<ListHandle>(null)
  const { label, unit, definition } = metrics[metric] ?? { ...words.study.rows, unit: reading?.unit ?? '' }
  const conditions = study === undefined ? [] : studyText(study, reading, wordOf)
  const title = [label, ...Object.entries(narrowed).map(([field, value]) => wordOf(field, value))].join(' · ')
  const page = shown?.page
  // Of a sum: how many records it is of.
  const summed = whole?.sum === undefined ? null : `${countText(whole.total)} ${reading?.unit ?? ''}`
  return (
    <Frame
      crumbs={[domains.nameOf(domain), label]}
      title={whole ? words.rows.of(title, countText(whole.sum ?? whole.total), unit) : title}
      meta={[...(summed === null ? [] : [summed]), regionName, ...conditions, definition].join(' · ')}
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
          key={list.by}
          {...{ domain, reading, by, wordOf, parts: found, narrowed }}
          whole={list.by !== undefined}
          onNarrow={(next) => open(`rows:${narrowedText({ metric, narrowed: whatOf(next), q })}`)}
        />
      )}
      <OnlyTown code={narrowed['town']} wordOf={wordOf} />
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

/** What a study narrows its orders to, each in words: 类别 噪声扰民、占道. */
const studyText = (question: string, reading: Reading | undefined, wordOf: WordOf) =>
  [...new URLSearchParams(question)].flatMap(([name, text]) => {
    const label = reading?.labels[name]
    return label === undefined
      ? []
      : [
          `${label} ${text
            .split(',')
            .map((value) => wordOf(name, value))
            .join(words.rows.and)}`,
        ]
  })

/** To the whole screen of the town whose records these are. */
function OnlyTown({ code, wordOf }: { readonly code: string | undefined; readonly wordOf: WordOf }) {
  const { region, selectRegion } = useScreen()
  if (code === undefined || code === 'null' || code === region) return null
  return (
    <p>
      <button type="button" className={controls.button} onClick={() => selectRegion(code)}>
        {words.why.town(wordOf('town', code))}
      </button>
    </p>
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
