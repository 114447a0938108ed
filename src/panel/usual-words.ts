import { isFields, numberIn } from '../lib/fields'
import { words } from './sheet-words'

/** Lines over time below `value`: whether each has a usual range, and from how many weeks that is known. */
function rangesIn(value: unknown): readonly { readonly drawn: boolean; readonly weeks: number | null }[] {
  if (Array.isArray(value)) return value.flatMap(rangesIn)
  if (!isFields(value)) return []
  if (numberIn(value, 'stepMinutes') === null || !('now' in value))
    return Object.values(value).flatMap(rangesIn)
  return [{ drawn: 'low' in value && 'high' in value, weeks: numberIn(value, 'weeks') }]
}

/** From how much history the usual ranges of a document's lines are known; nothing where it has no line. */
export function usualWords(operation: unknown): readonly { title: string; lines: readonly string[] }[] {
  const all = rangesIn(operation)
  if (all.length === 0) return []
  const drawn = all.filter((one) => one.drawn)
  const weeks = drawn.flatMap((one) => one.weeks ?? [])
  const [fewest, most] = [Math.min(...weeks), Math.max(...weeks)]
  return [
    {
      title: words.usual.title,
      lines: [
        ...(drawn.length === 0 ? [words.usual.none] : []),
        ...(weeks.length > 0
          ? [words.usual.weeks(fewest === most ? String(most) : `${fewest}–${most}`)]
          : []),
        ...(weeks.length < drawn.length ? [words.usual.untold] : []),
      ],
    },
  ]
}
