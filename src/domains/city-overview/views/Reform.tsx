import { PublishedLedger } from '../../../blocks/PublishedLedger'
import { ShareBar } from '../../../blocks/ShareBar'
import type { Contradiction, Figure } from '../../../contract/figure'
import type { Room } from '../../../panel/define-panel'
import { PrintedFigure } from '../../../panel/Rail'
import type { OverviewDocument } from '../contract'
import { words } from '../partly-words'
import type { Pair } from '../published'
import styles from './Partly.module.css'
import { Slopes } from './Slopes'
import { usePublished } from './use-published'

/** A line under the chart, in u: without at least so much room for the ledger the pairs take all of it. */
const LEDGER = 190
/** Of a chart with labels that can be told apart. */
const CHART = 250
const WIDE = 760

const isRate = ({ before, after }: Pair) => before.unit === '%' && after.unit === '%'

/** What a reform changed, before and after as printed, statements that contradict each other, and what the city's domains reached. */
export function Reform({ document, size, spec }: Room & { readonly document: OverviewDocument }) {
  const { pairs, reached, contradictions } = usePublished(spec, 'domains')
  const rates = pairs.filter(isRate)
  const others = pairs.filter((pair) => !isRate(pair))
  const wide = size.width >= WIDE
  const chart = rates.length > 1
  const left = size.height - (chart ? CHART : 0) - others.length * 78
  const ledger = pairs.length === 0 || wide || left >= LEDGER
  const clashes = fitting(contradictions, wide ? size.height : left)
  return (
    <div className={styles.reform} data-shape={wide && pairs.length > 0 ? 'wide' : 'tall'}>
      {pairs.length > 0 && (
        <div className={styles.pairs}>
          {chart && <Slopes pairs={rates} />}
          {(chart ? others : pairs).map((pair) => (
            <Beside key={pair.after.id} pair={pair} />
          ))}
        </div>
      )}
      {ledger && (
        <div className={styles.ledger}>
          <PublishedLedger
            document={{ ...document, contradictions: clashes }}
            size={size}
            figures={reached}
          />
        </div>
      )}
    </div>
  )
}

/** In u: a line of a contradiction, and what stands around its lines; its sum may take two. */
const LINE = 26
const AROUND = 150
/** The caption of the ledger and its first row. */
const FIRST = 116

/** As many contradictions as stand whole above the figures in `room`; all are told by the data health in the head of the wall. */
function fitting(contradictions: readonly Contradiction[], room: number): Contradiction[] {
  let left = room - FIRST
  return contradictions.filter(({ statements }) => (left -= AROUND + statements.length * LINE) >= 0)
}

/** One pair on a scale of its own, from 0. */
function Beside({ pair: { before, after } }: { readonly pair: Pair }) {
  const most = Math.max(before.value, after.value)
  const row = (figure: Figure, word: string) => (
    <p className={styles.beside}>
      <i>{word}</i>
      <ShareBar share={figure.value / most} className={styles.bar} />
      <PrintedFigure figure={figure} />
    </p>
  )
  return (
    <div className={styles.pair}>
      <p>{words.reform.name(after.label)}</p>
      {row(before, words.reform.before(before.label))}
      {row(after, after.period)}
    </div>
  )
}
