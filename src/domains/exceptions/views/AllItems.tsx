import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { dueText } from '../../../lib/due'
import type { NumberedException } from '../../../panel/use-exceptions'
import { useNow, useScreen } from '../../../panel/screen-context'
import { Sheet } from '../../../ui/Sheet'
import { words } from '../sheet-words'
import { placeWords } from '../../../panel/place-words'
import { sinceWords } from './since-words'

interface AllItemsProps {
  readonly items: readonly NumberedException[]
  readonly onClose: () => void
}

/** All of them in pages, for a list that shows only the first. */
export function AllItems({ items, onClose }: AllItemsProps) {
  const now = useNow()
  const { city, open } = useScreen()
  const entries = items.map((item) => ({
    title: words.item(placeWords(item, city.tier), item.what),
    lead: <ExceptionMark of={item} size={24} />,
    onOpen: () => open(`why:${item.id}`),
    lines: [words.line(item.owner, dueText(Date.parse(item.due), now), item.action, sinceWords(item))],
  }))
  return <Sheet title={words.title(items.length)} entries={entries} perPage={7} onClose={onClose} />
}
