import { isPageKey } from '../../ui/keys'

/** What each key of the desk is for; `a` and `s` belong to what stands in the middle. The legend is drawn from it. */
export const KEYS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  open: ['Enter'],
  find: ['/'],
  handover: ['n'],
  theme: ['t'],
  legend: ['?'],
} as const

export type DeskKey = keyof typeof KEYS

const NAMES = Object.entries(KEYS).flatMap(([name, keys]) => keys.map((key) => [key, name] as const))
const isName = (name: string | undefined): name is DeskKey => name !== undefined && Object.hasOwn(KEYS, name)

/** What a key is for; undefined where it is for nothing here. */
export function keyOf(event: KeyboardEvent): DeskKey | undefined {
  const { key, target } = event
  if (!isPageKey(event)) return undefined
  // What is to be pressed is pressed by it.
  if (key === 'Enter' && target instanceof Element && target.closest('button, a')) return undefined
  const name = NAMES.find(([own]) => own === (key.length === 1 ? key.toLowerCase() : key))?.[1]
  return isName(name) ? name : undefined
}
