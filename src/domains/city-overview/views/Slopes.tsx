import { useRoom } from '../../../blocks/use-fit'
import { PrintedFigure } from '../../../panel/Rail'
import { words } from '../partly-words'
import { apart, type Pair } from '../published'
import styles from './Partly.module.css'

/** Height of a label in u. */
const LABEL = 30

/** Rates before and after on one scale from 0 to 100 %: a line each, its figures as printed at its ends. */
export function Slopes({ pairs }: { readonly pairs: readonly Pair[] }) {
  const [ref, room] = useRoom()
  const gap = (LABEL / Math.max(LABEL * pairs.length, room?.height ?? 300)) * 100
  const down = (value: number) => 100 - Math.min(100, Math.max(0, value))
  const starts = apart(
    pairs.map(({ before }) => down(before.value)),
    gap,
  )
  const ends = apart(
    pairs.map(({ after }) => down(after.value)),
    gap,
  )
  const most = pairs.reduce((best, { before, after }) => Math.max(best, after.value - before.value), 0)
  const told = pairs.map(({ before, after }) =>
    words.reform.row(words.reform.name(after.label), before.printed.figure, after.printed.figure),
  )
  return (
    <figure className={styles.slopes} role="img" aria-label={words.reform.chart(told)}>
      <div ref={ref} className={styles.plot}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {[0, 50, 100].map((y) => (
            <line key={y} className={styles.grid} x1="0" x2="100" y1={y} y2={y} />
          ))}
          {pairs.map(({ before, after }) => (
            <line
              key={after.id}
              className={styles.slope}
              data-most={after.value - before.value === most}
              x1="0"
              x2="100"
              y1={down(before.value)}
              y2={down(after.value)}
            />
          ))}
        </svg>
        {pairs.map(({ before, after }, i) => (
          <span key={after.id} data-most={after.value - before.value === most}>
            <i className={styles.dot} style={{ left: 0, top: `${down(before.value)}%` }} />
            <i
              className={styles.dot}
              data-after="true"
              style={{ left: '100%', top: `${down(after.value)}%` }}
            />
            <b className={styles.start} style={{ top: `${starts[i] ?? 0}%` }}>
              {before.printed.figure}
            </b>
            <span className={styles.end} style={{ top: `${ends[i] ?? 0}%` }}>
              <PrintedFigure figure={after} /> {words.reform.name(after.label)}
            </span>
          </span>
        ))}
      </div>
      <figcaption className={styles.ends}>
        <span>{words.reform.before(pairs[0]?.before.label ?? '')}</span>
        <span>{pairs[0]?.after.period}</span>
      </figcaption>
    </figure>
  )
}
