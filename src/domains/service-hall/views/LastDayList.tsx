import { Figure } from '../../../blocks/Figure'
import { RowList } from '../../../blocks/RowList'
import { ShareBar } from '../../../blocks/ShareBar'
import type { ViewProps } from '../../../panel/define-panel'
import type { HallDocument } from '../contract'
import { words } from '../words'
import { HallButton } from './HallButton'
import styles from './HallList.module.css'
import { shownDay } from './last-day'
import lists from './Lists.module.css'

const said = words.shut

/** Closed halls by what their last workday came to. Selecting one scopes the wall. */
export function LastDayList({ document, operation }: ViewProps<HallDocument, 'halls'>) {
  const { halls, lastDay } = operation
  const { name = '' } = shownDay(document, { ...operation, hall: null })
  const day = new Map((lastDay?.halls ?? []).map((one) => [one.id, one]))
  const most = Math.max(1, ...[...day.values()].map(({ tickets }) => tickets))
  return (
    <div className={styles.halls} data-shut>
      <p className={styles.head}>
        <span>{said.halls(halls.length)}</span>
        <span>{name}</span>
      </p>
      <p className={`${lists.line} ${styles.columns}`}>
        <span />
        <span />
        <span>{said.tickets}</span>
        <span>{said.served}</span>
      </p>
      <RowList
        rows={halls}
        keyOf={({ id }) => id}
        rowUnits={36}
        className={`${lists.list} ${styles.list}`}
        more={(left) => <p className={lists.more}>{words.list.more(left)}</p>}
      >
        {(hall) => {
          const { tickets = 0, served = 0 } = day.get(hall.id) ?? {}
          return (
            <HallButton hall={hall} label={said.row(hall.name, name, tickets, served)}>
              <span className={`${lists.name} ${styles.name}`}>{hall.short}</span>
              <ShareBar share={tickets / most} />
              <Figure metric="hall_last_tickets" of={hall.id} value={tickets} as="plain" />
              <Figure metric="hall_last_served" of={hall.id} value={served} as="plain" />
            </HallButton>
          )
        }}
      </RowList>
    </div>
  )
}
