import { onDemand, type OnDemand } from '../panel/on-demand'
import type { Study, StudyProps } from '../panel/study'

/** A long time of a domain's records: a folder with `study.tsx` is found without an edit here. */
const all = import.meta.glob<Study>('./*/study.tsx', { import: 'Study' })

const parts = new Map(Object.entries(all).map(([path, load]) => [path, onDemand(load)]))

/** Domains that have one. */
export const studied: readonly string[] = [...parts.keys()].map((path) => path.split('/')[1] ?? path)

/** Undefined of a domain that has none. It comes when it is first drawn. */
export const studyOf = (domain: string): OnDemand<StudyProps> | undefined =>
  parts.get(`./${domain}/study.tsx`)
