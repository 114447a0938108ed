import { createContext } from 'react'
import type { Medium, Size } from './define-panel'

/** Set where nothing is laid out (a server, a report) or the room is decided beforehand; null lets each panel measure its own. */
export const FixedSize = createContext<Size | null>(null)

/** What the panels below are drawn on. */
export const MediumContext = createContext<Medium>('wall')

/** Height in u below which no row that can be pressed may be: 0 on a wall, the width of a finger on a page that is touched. */
export const LeastRow = createContext(0)
