import type { Readings } from '../../panel/reading'

/** How the records of each domain are read: a folder with `readings.ts` is found without an edit here. They come with the drawer. */
const all = import.meta.glob<Readings>('../../domains/*/readings.ts', { eager: true, import: 'readings' })

const NONE: Readings = {}

/** By kind; no kind of a domain that does not say. */
export const readingsOf = (domain: string): Readings => all[`../../domains/${domain}/readings.ts`] ?? NONE
