import type { Size } from '../../../panel/define-panel'

/** From this width on (of a panel's body or of one list, in design units) there is room for a second part, or for a row on one line. */
const WIDE = 720

export const isWide = ({ width }: Pick<Size, 'width'>): boolean => width >= WIDE
