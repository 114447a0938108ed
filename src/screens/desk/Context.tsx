import { clockText } from '../../lib/calendar'
import { loadOf } from '../../panel/alarms/load'
import { useRoom } from '../../panel/alarms/use-room'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { chipText } from '../../panel/StateChip'
import { StateGlyph } from '../../ui/StateGlyph'
import { useHealth } from '../use-health'
import styles from './Context.module.css'
import { words } from './words'

const RECENT = 8
const TOP = 5

/** What the room stands on: how much it is asked for, whether its sources can be trusted, what has just happened. */
export function Context() {
  return (
    <aside className={styles.context} aria-label={words.context}>
      <Load />
      <Sources />
      <History />
    </aside>
  )
}

/** The load of the room, as EEMUA 191 and ISA-18.2 count it. */
function Load() {
  const now = useNow()
  const { domains, metrics } = useScreen()
  const journal = useRoom((room) => room.journal)
  const load = loadOf(journal, now)
  const facts: readonly (readonly [string, string])[] = [
    [words.load.recent, String(load.recent)],
    [words.load.peak, String(load.peak)],
    [words.load.flood, `${Math.round(load.floodShare * 100)}%`],
    [words.load.standing, String(load.standing)],
    [words.load.old, String(load.old)],
    [words.load.chattering, String(load.chattering.length)],
  ]
  return (
    <section>
      <h2>
        {words.load.title} <small>{words.load.from(stampText(load.from, now))}</small>
      </h2>
      {load.floodSince !== null && (
        <p className={styles.flood}>{words.load.flooding(clockText(load.floodSince))}</p>
      )}
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} data-load={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {load.top.length > 0 && (
        <>
          <h3>{words.load.top}</h3>
          <ul className={styles.lines}>
            {load.top.slice(0, TOP).map(({ domain, metric, count }) => (
              <li key={`${domain} ${metric}`}>
                <span>
                  {domains.nameOf(domain)} {metrics[metric]?.label ?? metric}
                </span>
                <b>{words.load.times(count)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Sources() {
  const { domains } = useScreen()
  const now = useNow()
  const sources = useHealth().filter(({ derived }) => !derived)
  return (
    <section>
      <h2>{words.sources}</h2>
      <ul className={styles.lines}>
        {sources.map(({ id, state, document, failures }) => (
          <li key={id} data-source={id} data-state={state}>
            <span>
              <StateGlyph glyph={state} /> {domains.nameOf(id)}
            </span>
            <b>{chipText(state, document, now, failures)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History() {
  const { open, city } = useScreen()
  const { events, alarms } = useRoom((room) => room.journal)
  // What stood when this room began to look has not just happened.
  const latest = events
    .filter(({ kind }) => kind !== 'found')
    .slice(-RECENT)
    .toReversed()
  return (
    <section>
      <h2>{words.history}</h2>
      {latest.length === 0 && <p>{words.nothing}</p>}
      <ul className={styles.lines}>
        {latest.map(({ at, kind, id }) => {
          const item = alarms[id]?.item
          return (
            <li key={`${at} ${kind} ${id}`}>
              <button type="button" onClick={() => open(`why:${id}`)}>
                <i>{clockText(at)}</i> {words.event[kind]} {item && placeWords(item, city.tier)} {item?.what}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
