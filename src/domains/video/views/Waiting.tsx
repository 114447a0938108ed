import { useScreen } from '../../../panel/screen-context'
import { words } from '../words'
import styles from './Pictures.module.css'

/** Stands until it is known which pictures there are: no frozen view is whole before that. */
export function Waiting() {
  const { clock } = useScreen()
  return (
    <p className={styles.note} data-reading data-state={clock.frozen ? 'loading' : undefined}>
      {words.pictures.waiting}
    </p>
  )
}
