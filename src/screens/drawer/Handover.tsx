import { useMemo, useState } from 'react'
import { clockText, HOUR, isoDate, MINUTE } from '../../lib/calendar'
import { dueText } from '../../lib/due'
import { onDuty } from '../../lib/duty'
import { exactText } from '../../lib/format'
import { handoverOf, type HandoverFact, type HandoverSection } from '../../panel/alarms/handover'
import { toldOf, type Paper, type PaperPart } from '../../panel/alarms/papers'
import { unusualIn } from '../../panel/alarms/unusual'
import { useRoom } from '../../panel/alarms/use-room'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useAt, useScreen, type Screen } from '../../panel/screen-context'
import { chipText } from '../../panel/StateChip'
import { words as states } from '../../panel/words'
import { useHealth } from '../use-health'
import { Frame } from './Frame'
import { MOST_NOTES, useHandoverSheet } from './handover-sheet'
import controls from '../../ui/controls.module.css'
import styles from './Handover.module.css'
import { words } from './handover-words'
import { Signing } from './Signing'

const WRONG = ['failed', 'stale', 'late', 'no-permission']

/** The hand-over of the shift: what stands, what is aside, what came and went, what to believe, and who says so. */
export function Handover() {
  const { city, config, domains } = useScreen()
  const now = useAt((at) => Math.floor(at / MINUTE) * MINUTE)
  const journal = useRoom((room) => room.journal)
  const duty = city.duty && onDuty(city.duty, now)
  const { begin, end } = duty ?? { begin: now - 12 * HOUR, end: now + MINUTE }
  const sources = useHealth()
    .filter(({ derived }) => !derived)
    .map(({ id, state, document, failures }) => ({
      id,
      name: domains.nameOf(id),
      wrong: WRONG.includes(state) ? wrongWords(state, chipText(state, document, now, failures)) : null,
      unusual: document ? unusualIn(document, { begin, end }) : null,
    }))
  const sections = handoverOf(journal, { begin, end }, sources)
  const [papers, line] = [useRoom((room) => room.papers), useRoom((room) => room.line)]
  const paper = useHandoverSheet(`guancheng.handover.${city.id}.${config.mode}`, begin, papers)
  const tell = (sheet: Paper, part: PaperPart) => line?.tell(toldOf(sheet, part, begin))
  return (
    <Frame
      crumbs={[words.title, city.name]}
      title={`${words.title} ${isoDate(begin)}`}
      meta={duty ? words.shift(duty.shift.name, duty.shift.from, duty.shift.to, duty.chief) : words.unnamed}
    >
      {sections.map((section) => (
        <Section key={section.kind} section={section} now={now} />
      ))}
      <Notes key={begin} {...paper} tell={tell} shared={line !== null} />
      {journal.began !== null && <p className={styles.about}>{words.from(stampText(journal.began, now))}</p>}
      <button type="button" className={`${controls.button} ${styles.print}`} onClick={() => window.print()}>
        {words.print}
      </button>
    </Frame>
  )
}

const wrongWords = (state: string, chip: string) =>
  chip === '' ? (Object.entries(states.state).find(([name]) => name === state)?.[1] ?? state) : chip

function Section({ section, now }: { readonly section: HandoverSection; readonly now: number }) {
  const screen = useScreen()
  const { open } = screen
  const { kind, facts, count } = section
  const lines = useMemo(() => facts.map((fact) => lineOf(fact, now, screen)), [facts, now, screen])
  return (
    <section className={styles.section} data-handover={kind} data-count={count}>
      <h4>
        {words.kind[kind]} <small>{count > 0 ? words.count(count) : words.none[kind]}</small>
      </h4>
      <ul>
        {lines.map(({ id, text, why }) => (
          <li key={`${id} ${text}`} data-fact={id}>
            {why ? (
              <button type="button" onClick={() => open(`why:${id}`)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        ))}
        {count > facts.length && (
          <li className={styles.left}>
            {kind === 'shelved' ? (
              <button type="button" onClick={() => open('list:aside')}>
                {words.left(count - facts.length)}
              </button>
            ) : (
              words.left(count - facts.length)
            )}
          </li>
        )}
      </ul>
    </section>
  )
}

/** The sentence of a fact: a template, and what it is filled with. */
function lineOf(
  fact: HandoverFact,
  now: number,
  { city }: Pick<Screen, 'city'>,
): { readonly id: string; readonly text: string; readonly why: boolean } {
  if (fact.kind === 'source') return { id: fact.id, text: words.source(fact.name, fact.state), why: false }
  if (fact.kind === 'unusual') {
    const { id, name, steps, at, value, low, high } = fact
    const text = words.unusual(name, steps, clockText(at), exactText(value), exactText(low), exactText(high))
    return { id, text, why: false }
  }
  const { item, acknowledgedAt, shelf } = fact.alarm
  const what = `${placeWords(item, city.tier)} ${item.what}`
  const text =
    fact.kind === 'open'
      ? words.open(what, item.owner, dueText(Date.parse(item.due), now), acknowledgedAt !== null)
      : fact.kind === 'shelved'
        ? words.shelved(what, stampText(fact.until, now), shelf?.reason ?? '')
        : fact.kind === 'closed'
          ? words.closed(clockText(fact.at), what, fact.noticed)
          : words.since(clockText(fact.at), what)
  return { id: item.id, text, why: fact.kind !== 'closed' }
}

interface NotesProps {
  readonly sheet: Paper
  /** How it stands then. */
  readonly write: (change: Partial<Paper>) => Paper
  readonly kept: boolean
  /** Tells the other seats of a part of it. */
  readonly tell: (sheet: Paper, part: PaperPart) => void
  /** They are told. */
  readonly shared: boolean
}

/** What people add, and who they are. */
function Notes({ sheet, write, kept, tell, shared }: NotesProps) {
  const { clock } = useScreen()
  // As it is typed; what is kept of it, and printed, is masked.
  const [typed, setTyped] = useState<string | null>(null)
  const put = (part: PaperPart, value: Paper[PaperPart]) =>
    write({ [part]: value, written: { ...sheet.written, [part]: clock.now() } })
  const sign = (who: 'giver' | 'taker') => (name: string | null) =>
    tell(put(who, name === null ? null : { name, at: clock.now() }), who)
  return (
    <section className={styles.section}>
      <h4>
        {words.notes} <small>{kept ? words.notesAbout(shared) : words.lost}</small>
      </h4>
      <textarea
        className={controls.field}
        rows={3}
        maxLength={MOST_NOTES}
        aria-label={words.notes}
        value={typed ?? sheet.notes}
        onChange={({ target }) => {
          setTyped(target.value)
          put('notes', target.value)
        }}
        onBlur={() => {
          // Others are told when somebody has finished, and not letter by letter.
          if (typed !== null) tell(sheet, 'notes')
          setTyped(null)
        }}
      />
      <p className={styles.printed}>{sheet.notes}</p>
      <div className={styles.signs}>
        <Signing label={words.giver} signed={sheet.giver} onSign={sign('giver')} />
        <Signing label={words.taker} signed={sheet.taker} onSign={sign('taker')} />
      </div>
    </section>
  )
}
