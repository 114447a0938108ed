import type { ListedScene } from '../../config/site'
import { Sheet } from '../../ui/Sheet'
import './key-hints.css'
import { KEYS, type KeyName } from './keys'
import { words } from './legend-words'

const isName = (name: string): name is KeyName => Object.hasOwn(KEYS, name)

/** The keys of the wall, by the same table that they are handled by; scenes by their own names. */
export function KeyLegend({
  scenes,
  onClose,
}: {
  readonly scenes: readonly ListedScene[]
  readonly onClose: () => void
}) {
  const entries = Object.entries(KEYS).flatMap(([name, { keys }]) => {
    if (!isName(name)) return []
    if (name === 'scene')
      return [
        {
          title: words.keys(keys.slice(0, scenes.length)),
          lines: [words.scenes(keys.slice(0, scenes.length).map((key, i) => [key, scenes[i]?.title ?? '']))],
        },
      ]
    return [{ title: words.keys(keys), lines: [words.does[name]] }]
  })
  return <Sheet title={words.title} entries={entries} perPage={entries.length} onClose={onClose} />
}
