import { useCallback, useEffect, useRef, useState } from 'react'
import { isPageKey } from '../ui/keys'
import { holding, MOVES, saying, type Held, type Move, type Steer } from './steer'
import { IconButton } from './IconButton'
import styles from './Tiles.module.css'
import { words } from './words'

const KEYS: Readonly<Record<Move, string>> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  in: '+',
  out: '-',
}
const PATHS: Readonly<Record<Move, string>> = {
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
}
const PLACES = Array.from({ length: 9 }, (_, i) => String(i + 1))

type Tell = ReturnType<typeof saying>

/** What is held, told in order; a camera is never left turning by a button that goes away, a window that is left, a page that is hidden. */
function useHeld(move: Steer['move'], tell: Tell): () => Held {
  const latest = useRef({ move, tell })
  useEffect(() => void (latest.current = { move, tell }))
  const made = useRef<Held>(undefined)
  const held = useCallback(() => {
    made.current ??= holding(
      (command) => {
        const { move: way, tell: to } = latest.current
        if (way) to(way(command), command === 'stop' ? null : words.steer[command])
      },
      (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
    )
    return made.current
  }, [])
  useEffect(() => {
    const end = () => held().end()
    window.addEventListener('keyup', end, true)
    window.addEventListener('blur', end)
    document.addEventListener('visibilitychange', end)
    return () => {
      window.removeEventListener('keyup', end, true)
      window.removeEventListener('blur', end)
      document.removeEventListener('visibilitychange', end)
      end()
    }
  }, [held])
  return held
}

/** Over a picture that fills the screen: turns its camera for as long as a button or a key is held, and sends it to its places. */
export function SteerButtons({ steer: { move, preset } }: { readonly steer: Steer }) {
  const [said, say] = useState('')
  const [tell] = useState(() => saying(say, words))
  const held = useHeld(move, tell)
  const goTo = preset && ((place: string) => tell(preset(place), words.place(place)))
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const turn = MOVES.find((one) => KEYS[one] === event.key || (one === 'in' && event.key === '='))
      const goes = goTo && PLACES.includes(event.key)
      if (!isPageKey(event) || !((turn && move) || goes)) return
      // Keys of the page mean something else.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (turn && move) held().begin(turn)
      else if (!event.repeat) goTo?.(event.key)
    }
    window.addEventListener('keydown', down, true)
    return () => window.removeEventListener('keydown', down, true)
  })
  return (
    <span className={styles.steer} data-steer onDoubleClick={(event) => event.stopPropagation()}>
      <span role="status">{said !== '' && <span>{said}</span>}</span>
      {move && (
        <span className={styles.group}>
          {MOVES.map((one) => (
            <IconButton
              key={one}
              label={words.steer[one]}
              shortcut={KEYS[one]}
              path={PATHS[one]}
              onHold={(holds) => (holds ? held().begin(one) : held().end())}
            />
          ))}
        </span>
      )}
      {goTo && (
        <span className={styles.group}>
          {PLACES.map((place) => (
            <button
              key={place}
              type="button"
              aria-label={words.place(place)}
              aria-keyshortcuts={place}
              onClick={() => goTo(place)}
            >
              {place}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}
