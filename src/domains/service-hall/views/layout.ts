import type { Size } from '../../../panel/define-panel'

/** From this width of a panel's body on (design units) its parts stand beside each other: a module of a 32:9 wall. */
const WIDE = 720

export const isWide = ({ width }: Pick<Size, 'width'>): boolean => width >= WIDE
