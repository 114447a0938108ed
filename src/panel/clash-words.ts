import type { Clash } from '../contract/document'
import { exactText } from '../lib/format'
import { words } from './sheet-words'

/** Both numbers of a figure of which its source says another. */
export function clashWords({ ours, theirs }: Clash): string {
  const text = (value: number | null) => (value === null ? undefined : exactText(value))
  return words.counted(text(ours), text(theirs))
}
