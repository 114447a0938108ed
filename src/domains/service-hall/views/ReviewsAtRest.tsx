import { StatedFigure, Statement } from '../../../blocks/Statement'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import type { HallDocument } from '../contract'
import { words } from '../rest-words'

/** Which bad reviews still wait for an answer, for a city that has nothing else that goes on at night. */
export function ReviewsAtRest({ operation: { evaluation } }: ViewProps<HallDocument, 'evaluation'>) {
  const { open, overdue, badMonth, closedMonth, goodRate, month } = evaluation
  return (
    <Statement
      head={words.reviews.open(open?.value ?? null, overdue?.value ?? null)}
      lines={[
        words.reviews.month(<StatedFigure metric="eval_bad_month" value={badMonth.value} />, closedMonth),
        ...(goodRate
          ? [
              words.reviews.good(
                <StatedFigure metric="eval_good_rate" value={goodRate.value} as="rate" />,
                month && countText(month.rated),
              ),
            ]
          : []),
      ]}
    />
  )
}
