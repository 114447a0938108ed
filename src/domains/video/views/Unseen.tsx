import { Sheet } from '../../../ui/Sheet'
import { words } from '../words'
import type { RoundOf } from './round'
import { useAllOf } from './use-cameras'

interface UnseenProps {
  readonly of: RoundOf
  readonly seen: ReadonlySet<string>
  readonly onClose: () => void
}

const PER_PAGE = 8

/** The cameras of a round that nobody has seen in this shift, those that cannot be seen among them. */
export function Unseen({ of, seen, onClose }: UnseenProps) {
  const all = useAllOf(of)
  const left = (all ?? []).filter(({ id }) => !seen.has(id))
  const say = words.pictures.unseen
  const entries = left.map(({ id, name, meta, offline, sources }) => ({
    title: name,
    lines: [
      [id, ...meta, ...(offline ? [say.offline] : sources.length === 0 ? [say.without] : [])].join(' · '),
    ],
  }))
  const none = { title: all ? say.none : words.pictures.waiting, lines: [] }
  return (
    <Sheet
      title={say.title(left.length)}
      entries={entries.length === 0 ? [none] : entries}
      perPage={PER_PAGE}
      onClose={onClose}
    />
  )
}
