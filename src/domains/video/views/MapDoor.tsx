import { onDemand } from '../../../panel/on-demand'
import { useScreen } from '../../../panel/screen-context'
import { usePageKey } from '../../../panel/use-page-key'
import { words } from '../door-words'
import styles from './MapDoor.module.css'

/** Its map comes when somebody opens it. */
const over = onDemand(() => import('./map/MapOver').then(({ MapOver }) => MapOver))

/** `event.key` of whoever opens and closes it. */
const KEY = 'm'
/** What a link says of a map that lies over the scene. */
const OVER = /^map(?:&|$)/

function useOver() {
  const { cameras, look, map } = useScreen()
  const isOpen = cameras !== undefined && OVER.test(cameras)
  return {
    possible: map.map !== undefined,
    isOpen,
    toggle: () => look({ cameras: isOpen ? null : 'map' }),
    close: () => look({ cameras: null }),
  }
}

/** Where the map of cameras lies over the scene when the link says so; opened and closed by its key too. */
export function MapDoor() {
  const { isOpen, toggle, close } = useOver()
  usePageKey(KEY, toggle)
  return isOpen && <over.Part onClose={close} />
}

/** The button of it. */
export function MapButton() {
  const { possible, toggle } = useOver()
  if (!possible) return null
  return (
    <button
      type="button"
      className={styles.door}
      title={`${words.door} M`}
      aria-keyshortcuts={KEY}
      onClick={toggle}
    >
      {words.map}
    </button>
  )
}
