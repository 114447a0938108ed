import { FigurePair } from '../../../blocks/Figures'
import { StatedFigure, Statement } from '../../../blocks/Statement'
import type { ViewProps } from '../../../panel/define-panel'
import type { HotlineDocument } from '../contract'
import { words } from '../rest-words'

/** What the whole of yesterday came to, and what it left. */
export function Yesterday({ operation }: ViewProps<HotlineDocument, 'yesterday'>) {
  const { yesterday, open, overdue, dueSoon } = operation
  return (
    <Statement
      head={
        <FigurePair
          items={[
            { metric: 'hotline_received_yesterday', measure: yesterday.received },
            { metric: 'hotline_closed_yesterday', measure: yesterday.closed },
          ]}
        />
      }
      lines={[
        ...(open && overdue
          ? [
              words.open(
                <StatedFigure metric="hotline_open" value={open.value} />,
                <StatedFigure metric="hotline_overdue_open" value={overdue.value} />,
              ),
            ]
          : []),
        ...(dueSoon ? [words.soon(<StatedFigure metric="hotline_due_soon" value={dueSoon.value} />)] : []),
      ]}
    />
  )
}
