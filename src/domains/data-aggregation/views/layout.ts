import type { Size } from '../../../panel/define-panel'

/** Width of a panel's body, in design units, from which its list stands in two columns; the style sheets ask the panel for 40em. */
const WIDE = 760

/** Columns of a list there is room for. */
export const columnsIn = ({ width }: Size): 1 | 2 => (width >= WIDE ? 2 : 1)
