import type { Action } from '../panel/action'

/** What can be done in each domain: a folder with `actions.ts` is found without an edit here. They come with what opens a record. */
const all = import.meta.glob<readonly Action[]>('./*/actions.ts', { eager: true, import: 'actions' })

const NONE: readonly Action[] = []

/** What can be done about whatever needs a person, in any domain. */
const anywhere = Object.values(all).flatMap((actions) => actions.filter(({ raised }) => raised === 'any'))

/** In the order of their buttons: those of the domain, then those of any. */
export const actionsOf = (domain: string): readonly Action[] => [
  ...(all[`./${domain}/actions.ts`] ?? NONE).filter(({ raised }) => raised !== 'any'),
  ...anywhere,
]
