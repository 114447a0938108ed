import { createContext } from 'react'
import type { Medium, Size } from './define-panel'

/** Set where nothing is laid out (a server, a report) or the room is decided beforehand; null lets each panel measure its own. */
export const FixedSize = createContext<Size | null>(null)

/** What the panels below are drawn on. */
export const MediumContext = createContext<Medium>('wall')
