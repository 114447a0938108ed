import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { Figure } from '../../../blocks/Figure'
import { worstFirst } from '../../../blocks/own-range'
import { RowsLead } from '../../../blocks/RowsLead'
import { RowList } from '../../../blocks/RowList'
import { useRow } from '../../../blocks/use-fit'
import { HOUR } from '../../../lib/calendar'
import { shareText } from '../../../lib/format-more'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { wholeBy } from '../../../panel/rows-link'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric, useScreen } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import { isWide } from './layout'
import lists from './Lists.module.css'
import { NearbyFigures } from './NearbyFigures'
import { TerminalField } from './TerminalField'
import styles from './Terminals.module.css'
import { ageText } from './text'
import { townFaults, type TownFaults } from './town-faults'

const ROW = 40
const HEAD = 64
const TALL_MIN = 60
const TALL_MAX = 170

/** Every self-service terminal as one mark, and the towns where some do not work, longest first. */
export function Terminals({ document, operation, size }: ViewProps<HallDocument, 'terminals'>) {
  const { terminals, towns } = operation
  if (!terminals) return <NearbyFigures document={document} />
  return <Present terminals={terminals} towns={towns} now={Date.parse(document.asOf)} size={size} />
}

interface PresentProps {
  readonly terminals: NonNullable<HallOperation['terminals']>
  readonly towns: HallOperation['towns']
  readonly now: number
  readonly size: Size
}

function Present({ terminals, towns, now, size }: PresentProps) {
  const { total, online, unit } = terminals
  const { label } = useMetric('terminal_online')
  const target = useMetric('terminal_online_rate').threshold?.value
  const rate = total === 0 ? null : (online / total) * 100
  const { marks } = usePanel()
  const broken = worstFirst(
    townFaults(terminals, towns),
    ({ code }) => marks.find((mark) => mark.subject === code && mark.metric === 'terminal_faults_town'),
    () => 0,
  )
  const wide = isWide(size)
  // The list comes first; what it leaves belongs to the field.
  const tall = Math.max(TALL_MIN, Math.min(TALL_MAX, size.height - HEAD - ROW * (broken.length + 1)))
  return (
    <div className={styles.terminals}>
      <p className={styles.head}>
        <span>
          <Sentence
            of={words.terminals.online(
              label,
              <Figure metric="terminal_online" value={online} as="plain" />,
              total,
              unit,
            )}
          />
        </span>
        <span>
          <Figure
            metric="terminal_online_rate"
            value={rate}
            as="rate"
            unit="%"
            digits={2}
            className={styles.rate}
          >
            {rate === null ? undefined : shareText(rate, total, target)}
          </Figure>
          {target !== undefined && ` ${words.target.least(target)}`}
        </span>
      </p>
      <TerminalField terminals={terminals} towns={towns} width={size.width} tall={tall} />
      <RowList
        rows={broken}
        keyOf={(town) => town.code}
        rowUnits={useRow(ROW)}
        columns={wide ? 2 : 1}
        className={wide ? `${lists.list} ${styles.two}` : lists.list}
        none={online === total ? <p className={lists.more}>{words.terminals.allOnline}</p> : undefined}
        more={(left) => (
          <p className={lists.more}>
            <RowsLead metric="terminal_faults_town" of={wholeBy('town')}>
              {words.terminals.more(left)}
            </RowsLead>
          </p>
        )}
      >
        {(town) => <Row town={town} now={now} />}
      </RowList>
    </div>
  )
}

function Row({ town, now }: { readonly town: TownFaults; readonly now: number }) {
  const { selectRegion } = useScreen()
  const mark = useMarkOf('terminal_faults_town', town.code)
  return (
    <button type="button" className={`${lists.row} ${styles.row}`} onClick={() => selectRegion(town.code)}>
      <span className={`${lists.name} ${styles.name}`}>
        {town.name}
        {mark && <ExceptionMark of={mark} size={22} />}
      </span>
      <span className={styles.kinds}>{town.kinds}</span>
      <span className={styles.age}>{ageText((now - town.since) / HOUR)}</span>
      <b>{town.terminals && `${town.terminals.online}/${town.terminals.total}`}</b>
    </button>
  )
}
