import { StatedFigure, Statement } from '../../../blocks/Statement'
import { clockText, DAY, isoDate, monthDay } from '../../../lib/calendar'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { useAt } from '../../../panel/screen-context'
import type { DataDocument, DataOperation } from '../contract'
import { words } from '../rest-words'

/** When the next batch is to be expected, and what the last one brought. */
export function NextBatch({ operation }: ViewProps<DataDocument, 'batch'>) {
  const head = useAt((now) => headOf(operation.batch, now))
  const { batch, intake, loaded, issues } = operation
  const arrived = Date.parse(batch.arrivedAt)
  const when = `${monthDay(arrived)} ${clockText(arrived)}`
  return (
    <Statement
      head={head}
      lines={[
        ...(intake
          ? [
              words.batch(
                when,
                <StatedFigure metric="data_intake" value={intake.latest.value}>
                  {words.records(countText(intake.latest.value))}
                </StatedFigure>,
              ),
            ]
          : []),
        ...(loaded
          ? [words.departments(<StatedFigure metric="data_depts_loaded" value={loaded.done} />, loaded.due)]
          : []),
        ...(issues?.overdue
          ? [
              words.issues(
                <StatedFigure metric="data_issues_open" value={issues.open.value} />,
                <StatedFigure
                  metric="data_issues_overdue"
                  raised="data_issue_age"
                  value={issues.overdue.value}
                />,
              ),
            ]
          : []),
      ]}
    />
  )
}

function headOf({ arrivedAt, nextAt }: NonNullable<DataOperation['batch']>, now: number): string {
  const at = Date.parse(nextAt ?? arrivedAt)
  const day =
    isoDate(at) === isoDate(now)
      ? words.today
      : isoDate(at) === isoDate(now + DAY)
        ? words.tomorrow
        : monthDay(at)
  return (nextAt === undefined ? words.latest : words.next)(`${day} ${clockText(at)}`)
}
