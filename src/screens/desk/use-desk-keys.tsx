import { useEffect, useState, type ReactNode } from 'react'
import { Sheet } from '../../ui/Sheet'
import type { Commands } from '../commands'
import type { Entry } from './entries'
import { KEYS, keyOf, type DeskKey } from './keys'
import { words } from './words'

interface Shown {
  readonly entries: readonly Entry[]
  readonly chosen: string | undefined
}

const isKey = (name: string): name is DeskKey => Object.hasOwn(KEYS, name)

/** The keys of the desk; returns their legend where somebody has asked for it. */
export function useDeskKeys({ entries, chosen }: Shown, commands: Commands): ReactNode {
  const [legend, setLegend] = useState(false)
  useEffect(() => {
    const step = (by: number) => {
      const at = entries.findIndex(({ item }) => item.id === chosen)
      const next = entries[Math.min(entries.length - 1, Math.max(0, at + by))]
      if (next) commands.look({ open: `why:${next.item.id}` })
    }
    const does: Record<DeskKey, () => void> = {
      next: () => step(1),
      previous: () => step(-1),
      open: () => document.querySelector<HTMLElement>('[data-drawer]')?.focus(),
      // In the list that is open in the middle, where one is; otherwise in that of the exceptions.
      find: () =>
        (
          document.querySelector<HTMLElement>('[data-drawer] [type=search]') ??
          document.querySelector<HTMLElement>('[data-find]')
        )?.focus(),
      handover: () => commands.open('page:handover'),
      theme: commands.toggleTheme,
      legend: () => setLegend(true),
    }
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (key === undefined) return
      event.preventDefault()
      does[key]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [entries, chosen, commands])
  if (!legend) return null
  const entriesOfKeys = Object.entries(KEYS).flatMap(([name, keys]) =>
    isKey(name) ? [{ title: keys.join(' '), lines: [words.keys.of[name]] }] : [],
  )
  return (
    <Sheet
      title={words.keys.title}
      entries={[...entriesOfKeys, { title: 'a  s', lines: [words.keys.more] }]}
      perPage={entriesOfKeys.length + 1}
      onClose={() => setLegend(false)}
    />
  )
}
