import type { ReactNode } from 'react'
import './touch.css'

/** What stands on a page in the hand, with its style sheet. Imports nothing else, so that a wall's first view stays one download. */
export const Touch = ({ children }: { readonly children: ReactNode }): ReactNode => children
