import { keepTrying } from '../../lib/keep-trying'
import type { OpenLink } from './link'

/** A kind of link whose code comes with the first stream of that kind: most sites have none. */
export function fetched(load: () => Promise<OpenLink>): OpenLink {
  return (target, events) => {
    let close = () => {}
    let over = false
    void keepTrying(load).then((open) => {
      if (!over) close = open(target, events)
    })
    return () => {
      over = true
      close()
    }
  }
}
