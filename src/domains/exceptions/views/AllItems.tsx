import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { dueText } from '../../../lib/due'
import type { NumberedException } from '../../../panel/use-exceptions'
import { useNow } from '../../../panel/wall-context'
import { Sheet } from '../../../ui/Sheet'

interface AllItemsProps {
  readonly items: readonly NumberedException[]
  readonly onClose: () => void
}

/** All of them in pages, for a list that shows only the first. */
export function AllItems({ items, onClose }: AllItemsProps) {
  const now = useNow()
  const entries = items.map((item) => ({
    title: `${item.place?.name ?? '全域'} ${item.what}`,
    lead: <ExceptionMark of={item} size={24} />,
    lines: [`责任单位 ${item.owner} · ${dueText(Date.parse(item.due), now)} · 下一步 ${item.action}`],
  }))
  return <Sheet title={`需要处置 ${items.length} 件`} entries={entries} perPage={7} onClose={onClose} />
}
