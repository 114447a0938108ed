import type { Clash } from '../contract/document'
import { exactText } from '../lib/format'
import { words } from './sheet-words'

/** Both numbers of a figure of which its source says another, or of parts and the whole that they do not come to. */
export function clashWords({ title, ours, theirs }: Clash): string {
  const text = (value: number | null) => (value === null ? undefined : exactText(value))
  return words[title === undefined ? 'counted' : 'summed'](text(ours), text(theirs))
}
