import type { ReactNode } from 'react'
import { LeastRow } from '../../../panel/room'
import './touch.css'

/** In px, as `--row` and `--target` of the style sheet say. */
const ROW = 48

/** A page in the hand: what can be pressed is as large as a finger. `u`: px per design unit. */
export function Touch({ u, children }: { readonly u: number; readonly children: ReactNode }) {
  return <LeastRow value={ROW / u}>{children}</LeastRow>
}
