import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { Figure } from '../../../blocks/Figure'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { RowsLead } from '../../../blocks/RowsLead'
import { RowList } from '../../../blocks/RowList'
import { UsualTrack } from '../../../blocks/Track'
import { beyond, worstFirst } from '../../../blocks/own-range'
import { words as legend } from '../../../blocks/own-range-words'
import { niceMax } from '../../../charts/look'
import { useRow } from '../../../blocks/use-fit'
import type { ViewProps } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { BY, wholeBy } from '../../../panel/rows-link'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import styles from './HallList.module.css'
import { LastDayList } from './LastDayList'
import lists from './Lists.module.css'
import { toneOf } from './tone'

const said = words.list

type Hall = NonNullable<HallOperation['halls']>[number]

/** Least height of a row; fewer halls get more. */
const ROW = 36

/** Several halls, each against its own usual: who waits, the longest wait, counters open. A press on one leads to those who wait there. */
export function HallList(props: ViewProps<HallDocument, 'halls'>) {
  const { operation } = props
  const { all, lastDay } = operation
  const row = useRow(ROW)
  const { marks } = usePanel()
  const halls = worstFirst(
    operation.halls,
    ({ id }) => marks.find((mark) => mark.subject === id && mark.metric === 'hall_longest_wait'),
    ({ waiting, normal }) => beyond(waiting, normal),
  )
  const to = niceMax(Math.max(1, ...halls.map(({ waiting, normal }) => Math.max(waiting, normal?.high ?? 0))))
  const limit = useMetric('hall_longest_wait').threshold?.value
  if (lastDay?.halls) return <LastDayList {...props} />
  return (
    <div className={styles.halls}>
      <p className={styles.head}>
        <span>
          {all?.waiting ? (
            <Sentence
              of={said.waiting(
                all.halls,
                <Figure metric="hall_waiting_all" value={all.waiting.value} as="plain" />,
              )}
            />
          ) : (
            said.halls(all?.halls ?? halls.length)
          )}
        </span>
        {halls.some((hall) => hall.normal) && <span className={styles.usual}>{legend.legend.either}</span>}
      </p>
      <p className={`${lists.line} ${styles.columns}`}>
        <span />
        {halls.some((hall) => hall.normal) ? (
          <span className={styles.scale}>
            <i>0</i>
            <i>{to}</i>
          </span>
        ) : (
          <span />
        )}
        <span>{said.columns.waiting}</span>
        <span>{said.columns.longest(limit)}</span>
        <span>{said.columns.open}</span>
      </p>
      <RowList
        rows={halls}
        keyOf={({ id }) => id}
        rowUnits={row}
        className={`${lists.list} ${styles.list}`}
        more={(left) => (
          <p className={lists.more}>
            <RowsLead metric="hall_waiting_all" of={wholeBy('hallName')}>
              {said.more(left)}
            </RowsLead>
          </p>
        )}
      >
        {(hall) => <Row hall={hall} to={to} />}
      </RowList>
    </div>
  )
}

function Row({ hall, to }: { readonly hall: Hall; readonly to: number }) {
  const { name, short, waiting, normal, longest = null, open, total } = hall
  const mark = useMarkOf('hall_longest_wait', hall.id)
  const tone = toneOf(mark)
  const linkOf = useRowsLink('hall_waiting_all')
  return (
    <RowLead
      to={linkOf(hall.id === 'rest' ? [BY, 'hallName'] : ['hallName', name])}
      className={`${lists.row} ${styles.row}`}
      label={said.row(name, waiting, normal, open === undefined ? undefined : { open, total })}
    >
      <span className={`${lists.name} ${styles.name}`}>
        {short}
        {mark && <ExceptionMark of={mark} size={22} />}
      </span>
      {normal ? <UsualTrack value={waiting} usual={normal} to={to} /> : <span />}
      <Figure metric="hall_waiting" of={hall.id} value={waiting} as="plain" />
      <span className={`${styles.longest} ${tone ? styles[tone] : ''}`}>
        {longest === null ? '—' : words.minutes(longest)}
      </span>
      <span className={styles.open}>
        {open ?? '—'}
        {total !== undefined && `/${total}`}
      </span>
    </RowLead>
  )
}
