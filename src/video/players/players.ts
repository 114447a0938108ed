import { keepTrying } from '../../lib/keep-trying'
import type { Open, Way } from '../source'

/** Each comes with the first picture that needs it; no library is loaded by a site that has none of its streams. */
const LOAD: Readonly<Record<Way, () => Promise<{ readonly open: Open }>>> = {
  mp4: () => import('./file'),
  still: () => import('./still'),
  hls: () => import('./hls'),
  flv: () => import('./flv'),
  whep: () => import('./whep'),
}

export const openBy = (way: Way): Promise<Open> => keepTrying(LOAD[way]).then(({ open }) => open)
