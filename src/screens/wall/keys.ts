import type { Commands } from '../commands'

/** What a key is handed: the commands, what can be opened, and which key it was. */
interface Hand {
  readonly commands: Commands
  readonly open: (what: 'health' | 'keys') => void
  readonly key: string
}

interface Key {
  /** As `event.key` gives it; letters small. */
  readonly keys: readonly string[]
  readonly does: (hand: Hand) => void
}

const DIGITS = Array.from({ length: 9 }, (_, i) => String(i + 1))

/** Every key of the wall, for keyboard and presenter clicker. The legend is drawn from it, so that it names what there is. */
export const KEYS = {
  next: { keys: ['ArrowRight', 'PageDown'], does: ({ commands }) => commands.stepScene(1) },
  previous: { keys: ['ArrowLeft', 'PageUp'], does: ({ commands }) => commands.stepScene(-1) },
  scene: { keys: DIGITS, does: ({ commands, key }) => commands.jumpToScene(Number(key) - 1) },
  theme: { keys: ['t'], does: ({ commands }) => commands.toggleTheme() },
  health: { keys: ['h'], does: ({ open }) => open('health') },
  why: { keys: ['w'], does: ({ commands }) => commands.open('why:1') },
  desk: { keys: ['d'], does: ({ commands }) => commands.goToDesk() },
  city: { keys: ['Escape'], does: ({ commands }) => commands.leave() },
  legend: { keys: ['?'], does: ({ open }) => open('keys') },
} satisfies Record<string, Key>

export type KeyName = keyof typeof KEYS
