import { recordRowsOf } from '../../contract/records/record-rows'
import { dueText } from '../../lib/due'
import { countText, durationText } from '../../lib/format'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import { stateOf } from '../../panel/alarms/journal'
import { useAlarm } from '../../panel/alarms/use-room'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useAside, useExceptions, type NumberedException } from '../../panel/use-exceptions'
import { placeWords } from '../../panel/place-words'
import { words as marks } from '../../ui/words'
import { Deeds } from './deeds/Deeds'
import controls from '../../ui/controls.module.css'
import styles from './Drawer.module.css'
import rows from './RecordList.module.css'
import { Course } from './Course'
import { Frame } from './Frame'
import { Nearby } from './Nearby'
import { Insight } from './Insight'
import { Notice } from './Notice'
import { RecordList } from './RecordList'
import { Source } from './Source'
import { Tiles } from './Tiles'
import { readingsOf } from '../../domains/registry-readings'
import { whyFacts } from './why-facts'
import { words } from './words'

/** Records shown with the reason; the others stand behind 全部. */
const SHOWN = 6

/** Why an exception needs a person: what was found against whose limit, in which records, since when, whose it is, and what makes it go. */
export function Why({ id }: { readonly id: string }) {
  const { open } = useScreen()
  const all = [...useExceptions(), ...useAside()]
  const alarm = useAlarm(id)
  // A key names it by its number on the list.
  const at = all.findIndex((one) => one.id === id || String(one.no) === id)
  // What is over before anybody noticed is known here only.
  const item = all[at] ?? (alarm && stateOf(alarm) === 'returned' ? { ...alarm.item, no: 0 } : undefined)
  const to = (one: NumberedException | undefined) => one && (() => open(`why:${one.id}`))
  if (!item)
    return (
      <Frame crumbs={[words.why.crumb]} title={words.why.title}>
        <p className={styles.note}>{words.why.gone}</p>
      </Frame>
    )
  const [before, after] = [to(all[at - 1]), to(all[at + 1])]
  const step = {
    place: at < 0 ? '' : words.place(at + 1, countText(all.length)),
    ...(before && { before }),
    ...(after && { after }),
  }
  return <Found key={item.id} item={item} step={step} />
}

interface FoundProps {
  readonly item: NumberedException
  readonly step: React.ComponentProps<typeof Frame>['step']
}

function Found({ item, step }: FoundProps) {
  const now = useNow()
  const { city, domains, metrics, rules, selectRegion, region } = useScreen()
  const rule = rules[item.domain]?.find(({ id }) => id === item.evidence?.rule)
  const [since, due] = [Date.parse(item.since), Date.parse(item.due)]
  const { place, evidence } = item
  const began = evidence?.seen
    ? words.why.seen(stampText(since, now))
    : words.why.since(stampText(since, now), durationText(now - since))
  return (
    <Frame
      crumbs={[words.why.crumb, `${marks.severity[item.severity]} ${item.no || ''}`.trim()]}
      title={
        <>
          <ExceptionMark of={item} size={36} />
          {item.what}
        </>
      }
      meta={[placeWords(item, city.tier), domains.nameOf(item.domain), began].join(' · ')}
      {...(step && { step })}
    >
      <Tiles
        span={{ ms: due - now, late: due < now, of: 'due' }}
        severity={item.severity}
        note={words.due(stampText(due, now))}
        owner={item.owner}
        action={item.action}
        contact={city.contacts?.[item.owner]}
      />
      <Notice of={item} />
      <Deeds domain={item.domain} exception={item} />
      <section>
        <h4 className={styles.heading}>{words.why.title}</h4>
        <ul className={styles.lines}>
          {whyFacts(item, rule, metrics).map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li className={styles.quiet}>
            {[
              words.why.metric(metrics[item.metric]?.label ?? item.metric),
              ...(evidence ? [words.why.whose(evidence.rule)] : []),
              ...(evidence?.covers?.length ? [words.why.covers(evidence.covers.length)] : []),
            ].join(' · ')}
          </li>
        </ul>
      </section>
      <Course item={item} rule={rule} />
      <Insight {...item} limit={item.evidence?.limit ?? null} />
      <Evidence item={item} />
      <SamePlace item={item} />
      <Nearby of={item} />
      {place && region !== place.code && (
        <button type="button" className={controls.button} onClick={() => selectRegion(place.code)}>
          {words.why.town(place.name)}
        </button>
      )}
      <Source domain={item.domain} />
    </Frame>
  )
}

/** What else needs somebody at the same place: whoever goes there for one thing sees to the others. */
function SamePlace({ item }: { readonly item: NumberedException }) {
  const now = useNow()
  const { open } = useScreen()
  const all = useExceptions()
  const here = all.filter(({ id, place }) => id !== item.id && place && place.code === item.place?.code)
  if (here.length === 0) return null
  return (
    <section>
      <h4 className={styles.heading}>{words.why.also}</h4>
      <ul>
        {here.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <button type="button" className={rows.record} onClick={() => open(`why:${one.id}`)}>
              <ExceptionMark of={one} />
              <span className={rows.what}>
                <b>{one.what}</b>
                <small>{[one.owner, one.action].join(' · ')}</small>
              </span>
              <span className={rows.end}>{dueText(Date.parse(one.due), now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The records it was found in, the first of them. */
function Evidence({ item }: { readonly item: NumberedException }) {
  const { open } = useScreen()
  const records = item.evidence?.records ?? []
  const all = item.evidence?.count ?? records.length
  if (records.length === 0) return item.evidence ? <p className={styles.note}>{words.rows.unlisted}</p> : null
  return (
    <section>
      <h4 className={styles.heading}>
        {words.rows.of(words.rows.evidence, countText(all), '')}
        {all > SHOWN && (
          <button type="button" className={styles.more} onClick={() => open(`evidence:${item.id}`)}>
            {words.rows.more(countText(all))}
          </button>
        )}
      </h4>
      <EvidenceRows domain={item.domain} records={records.slice(0, SHOWN)} />
    </section>
  )
}

interface EvidenceProps {
  readonly domain: string
  readonly records: readonly string[]
  /** How many there are in all, where all of them are to be seen here. */
  readonly all?: number
}

export function EvidenceRows({ domain, records, all = records.length }: EvidenceProps) {
  const parts = { ids: JSON.stringify(records), limit: String(records.length) }
  const { answer, fault } = useAnswer(recordRowsOf(domain), { region: null, parts })
  if (!answer)
    return <p className={styles.note}>{fault ? words.rows.unread(fault.message) : words.waiting}</p>
  const shown = answer.rows.length
  return (
    <>
      <RecordList domain={domain} rows={answer.rows} readings={readingsOf(domain)} />
      {shown < all && <p className={styles.note}>{words.rows.part(countText(shown), countText(all))}</p>}
    </>
  )
}
