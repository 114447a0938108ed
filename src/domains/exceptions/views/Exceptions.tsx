import { useState } from 'react'
import { Figure } from '../../../blocks/Figure'
import { useFit, useRow } from '../../../blocks/use-fit'
import { SEVERITIES } from '../../../contract/severity'
import type { Room, Size } from '../../../panel/define-panel'
import { onDemand } from '../../../panel/on-demand'
import { usePanel } from '../../../panel/panel-scope'
import { useScreen } from '../../../panel/screen-context'
import { useAside, useExceptions, type NumberedException } from '../../../panel/use-exceptions'
import { InfoGlyph } from '../../../ui/InfoGlyph'
import { SeverityMark } from '../../../ui/SeverityMark'
import type { ExceptionsDocument } from '../contract'
import { words as marks } from '../../../ui/words'
import { words } from '../words'
import { conclude, seesNothing, type Silent } from './conclude'
import { ExceptionRow } from './ExceptionRow'
import styles from './Exceptions.module.css'
import { useRaising } from './use-raising'

const allItems = onDemand(() => import('./AllItems').then(({ AllItems }) => AllItems))

const nextUp = onDemand(() => import('./NextUp').then(({ NextUp }) => NextUp))

const SILENT: Silent = { unseen: [] }

/** Row heights in u: one line; two lines, with the record's history, where there is room; two lines where it is narrow (40em in CSS). */
const ROW = 40
const TALL_ROW = 70
const TALLEST_ROW = 92
const NARROW_ROW = 62
const NARROW = 800
/** Room in u, beside the rows, from which what comes next stands below them. */
const SPARE = 260

/** `room` is that of the list, null where nothing is laid out; `width` that of the panel. Few rows share what room there is. */
function rowHeight(room: Size | null, items: number, width: number): number {
  const least = width < NARROW ? NARROW_ROW : ROW
  // Paper has room for the history, and says severities in words there.
  if (room === null) return Math.max(least, width < NARROW ? 0 : TALL_ROW)
  return Math.min(Math.max(least, room.height / Math.max(1, items)), TALLEST_ROW)
}

/** The first thing on every wall: one sentence, how many, and for each who, until when, and what next. */
export function Exceptions({ document, size }: Room & { readonly document: ExceptionsDocument }) {
  const items = useExceptions()
  const aside = useAside().length
  const [all, setAll] = useState(false)
  const least = useRow(ROW)
  const heightIn = (list: Size | null) => Math.max(least, rowHeight(list, items.length, size.width))
  const { ref, shown, left, room } = useFit(items, heightIn)
  const silent = document.operation ?? SILENT
  const raising = useRaising()
  const row = heightIn(room)
  const blind = seesNothing(items, silent, raising)
  // Whatever is silent was never there: nothing is hidden.
  const quiet = items.length === 0 && !blind && silent.unseen.length === (silent.absent ?? []).length
  // A few rows on a far wall leave half of it free.
  const most = items.length * TALLEST_ROW
  const roomy = room !== null && size.height > most + SPARE
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <Figure metric="exceptions_open" value={blind ? null : items.length} className={styles.count}>
          {blind ? '—' : items.length}
          <span>{words.list.unit}</span>
        </Figure>
        <p className={styles.sentence}>{conclude(items, silent, raising, aside)}</p>
        <h2 className={styles.title}>{words.title.list}</h2>
        <Counts items={items} blind={blind} />
        <Tools left={left} aside={aside} showAll={() => setAll(true)} />
      </div>
      {quiet && (
        <p className={styles.none}>
          {silent.unplaced ? words.list.noneHere(silent.unplaced) : words.list.none}
        </p>
      )}
      {quiet && <nextUp.Part />}
      <ul
        ref={ref}
        className={styles.list}
        style={roomy ? { flex: `0 0 calc(${most} * var(--u))` } : undefined}
        hidden={quiet}
      >
        {shown.map((item) => (
          <ExceptionRow
            key={item.id}
            item={item}
            height={row}
            tall={row >= TALL_ROW && size.width >= NARROW}
          />
        ))}
      </ul>
      {roomy && !quiet && <nextUp.Part />}
      {all && <allItems.Part items={items} onClose={() => setAll(false)} />}
    </div>
  )
}

interface ToolsProps {
  /** How many have no room on the list. */
  readonly left: number
  readonly aside: number
  readonly showAll: () => void
}

/** What leads on from the list, and how it stands with its data. */
function Tools({ left, aside, showAll }: ToolsProps) {
  const panel = usePanel()
  const { open } = useScreen()
  return (
    <span className={styles.tools}>
      {aside > 0 && (
        <button type="button" className={styles.more} onClick={() => open('list:aside')}>
          {words.list.aside(aside)}
        </button>
      )}
      {left > 0 && (
        <button type="button" className={styles.more} onClick={showAll}>
          {words.list.more(left)}
        </button>
      )}
      {panel.chip}
      <button type="button" className={styles.info} onClick={panel.openInfo} aria-label={words.list.about}>
        <InfoGlyph />
      </button>
    </span>
  )
}

interface CountsProps {
  readonly items: readonly NumberedException[]
  /** No domain could be read, so that nothing is known of how many there are. */
  readonly blind: boolean
}

/** How many there are of each severity. */
function Counts({ items, blind }: CountsProps) {
  return (
    <ul className={styles.levels}>
      {SEVERITIES.map((severity) => {
        const count = items.filter((item) => item.severity === severity).length
        return (
          <li key={severity}>
            <SeverityMark severity={severity} size={18} quiet={count === 0} />
            <span>{marks.severity[severity]}</span>
            <b>{blind ? '—' : count}</b>
          </li>
        )
      })}
    </ul>
  )
}
