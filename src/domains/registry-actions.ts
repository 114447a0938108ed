import type { Action } from '../panel/action'

/** What can be done in each domain: a folder with `actions.ts` is found without an edit here. They come with what opens a record. */
const all = import.meta.glob<readonly Action[]>('./*/actions.ts', { eager: true, import: 'actions' })

const NONE: readonly Action[] = []

/** In the order of their buttons; none of a domain that does not say. */
export const actionsOf = (domain: string): readonly Action[] => all[`./${domain}/actions.ts`] ?? NONE
