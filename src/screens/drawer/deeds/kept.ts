import { keepText, type Store } from '../../../lib/kept'
import { isFields, textIn, type Fields } from '../../../lib/fields'

/** Where a deed stands: nobody has answered, it is under way, it was done, refused, or nobody knows what became of it. */
const STATES = ['asking', 'pending', 'done', 'refused', 'failed'] as const
type State = (typeof STATES)[number]

/** One press of a button as this browser remembers it: ids only, nothing of what the matter is about. */
export interface Deed {
  /** Of all attempts at it, so that none acts twice. */
  readonly key: string
  /** `hotline.supervise`. */
  readonly action: string
  readonly city: string
  /** The id in its address. */
  readonly target: string
  readonly body: Readonly<Record<string, string | null>>
  /** Shown moment of the press, ISO. */
  readonly pressedAt: string
  readonly state: State
  /** When it came to this state, ISO; null before anybody said so. */
  readonly at: string | null
  /** What was said with it. */
  readonly message: string | null
}

/** Somebody has to answer yet. */
export const isOpen = ({ state }: Deed): boolean => state === 'asking' || state === 'pending'

/** Nobody asks for it again. */
const isSettled = ({ state }: Deed) => state === 'done' || state === 'refused'

const NAME = 'guancheng.deeds'
/** Deeds remembered. */
const MOST = 60

/** What this browser remembers, newest first; what it cannot read is nothing. */
export function readKept(store: Store | null): readonly Deed[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isFields).flatMap(readDeed) : []
  } catch {
    return []
  }
}

/** `deeds` with this one in the place it has, or before all others; the oldest that are settled make room. */
export function withDeed(deeds: readonly Deed[], deed: Deed): readonly Deed[] {
  const known = deeds.some(({ key }) => key === deed.key)
  const all = known ? deeds.map((one) => (one.key === deed.key ? deed : one)) : [deed, ...deeds]
  let room = MOST - all.filter((one) => !isSettled(one)).length
  return all.filter((one) => !isSettled(one) || room-- > 0)
}

/**
 * Remembers a deed beside what other pages of this browser have put there meanwhile. Free text goes with the deed only for as long as it
 * may have to be asked for again.
 */
export function keep(store: Store | null, deed: Deed): void {
  const { reason: _, ...bare } = deed.body
  const kept = isSettled(deed) ? { ...deed, body: bare } : deed
  // A browser that keeps nothing forgets it with the page.
  keepText(store, NAME, JSON.stringify(withDeed(readKept(store), kept)))
}

function readDeed(kept: Fields): Deed[] {
  const [key, action, city, target, pressedAt] = ['key', 'action', 'city', 'target', 'pressedAt'].map(
    (field) => textIn(kept, field),
  )
  const state = STATES.find((one) => one === kept['state'])
  if (!key || !action || !city || !target || !pressedAt || !state) return []
  const fields = isFields(kept['body']) ? Object.entries(kept['body']) : []
  const body = Object.fromEntries(
    fields.map(([field, value]) => [field, typeof value === 'string' ? value : null] as const),
  )
  const [at, message] = [textIn(kept, 'at'), textIn(kept, 'message')]
  return [{ key, action, city, target, pressedAt, state, body, at, message }]
}
