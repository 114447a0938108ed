import { words } from '../overview-words'
import { useTargets } from './targets'
import layout from './Video.module.css'

/** What the tick on a source's track stands for. */
export function TargetNote() {
  const { key, sector } = useTargets()
  return (
    <>
      <i className={layout.tick} />
      {words.sources.target(key, sector)}
    </>
  )
}
