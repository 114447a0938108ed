import type { Readings } from '../panel/reading'

/** How the records of each domain are read: a folder with `readings.ts` is found without an edit here. They come with what opens a record. */
const all = import.meta.glob<Readings>('./*/readings.ts', { eager: true, import: 'readings' })

const NONE: Readings = {}

/** By kind; no kind of a domain that does not say. */
export const readingsOf = (domain: string): Readings => all[`./${domain}/readings.ts`] ?? NONE
