/** What a camera can be told to do for as long as a key or a button is held. */
export const MOVES = ['left', 'right', 'up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]

/** How one camera is told; without a way for moves, or for places, the buttons for them are not there. */
export interface Steer {
  readonly move: ((command: Move | 'stop') => Promise<void>) | null
  /** To one of the places that it keeps, `1`–`9`. */
  readonly preset: ((place: string) => Promise<void>) | null
}

/** A camera that nobody stops turns for ever: it is told to stop after this, ms. */
const LONGEST_MS = 5000

export interface Held {
  /** A key or a button goes down: of several at once the last one counts. */
  readonly begin: (move: Move) => void
  /** It is let go, or nobody can see it any more. */
  readonly end: () => void
}

/** One movement at a time, always ended: what is told follows what is held, in order. */
export function holding(
  tell: (command: Move | 'stop') => void,
  after: (ms: number, then: () => void) => () => void,
): Held {
  let now: Move | null = null
  let forget = () => {}
  const end = () => {
    if (now === null) return
    forget()
    now = null
    tell('stop')
  }
  return {
    end,
    begin(move) {
      // A key that is held repeats itself.
      if (now === move) return
      end()
      now = move
      tell(move)
      forget = after(LONGEST_MS, end)
    },
  }
}

interface Sayings {
  readonly sending: (what: string) => string
  readonly sent: (what: string) => string
  readonly refused: (why: string) => string
}

/**
 * Says what becomes of what a camera is told: on its way, taken, or refused and why. What ends a movement is said of nothing unless it is
 * refused, so that a refusal stands until something else is told. What is heard of one that is not the latest is said only of a refusal.
 */
export function saying(say: (text: string) => void, words: Sayings) {
  let latest = 0
  return (doing: Promise<void>, what: string | null): void => {
    const no = what === null ? latest : ++latest
    if (what !== null) say(words.sending(what))
    doing.then(
      () => void (what !== null && no === latest && say(words.sent(what))),
      (error: unknown) => say(words.refused(error instanceof Error ? error.message : '')),
    )
  }
}
