import type { ExceptionItem } from '../../contract/exception'
import type { Book, Counting, RowFaults } from '../../contract/records/counting'
import type { RuleMemory } from '../../contract/records/judge-rules'
import type { AnyKind } from '../../contract/records/kind'
import { createStore, type Run, type Store } from './store'

/** How the figures of a document are counted, by its id; undefined where nothing counts. */
export type FindCounting = (domain: string) => Promise<Counting | undefined>

/** What the rules of a document came to when it was last judged. */
export interface KeptRaised {
  readonly memory: RuleMemory
  readonly exceptions: readonly ExceptionItem[]
  readonly told: { readonly rules: object }
  /** By the document of the whole city; before that is read, a town's is judged by the records alone. */
  readonly whole: boolean
}

/** What one further request of a source has given so far in this run. */
export interface Piece {
  /** Its rows by their key. */
  readonly rows: Map<string, readonly unknown[]>
  /** Rows read so far. */
  readonly read: number
  /** Rows that one of its own was joined to. */
  matched: number
}

/** Every record that is kept, by city and kind; lives as long as the data worker. */
export interface Shelf {
  readonly find: FindCounting
  /** The store of a kind, opened when it is first asked for. */
  store(city: string, kind: AnyKind): Store
  /** The kinds that `city` has sent completely at least once. */
  book(city: string, kinds: readonly AnyKind[]): Book
  /** What rules found, by city and document; what they have to know the next time with it. */
  readonly raised: Map<string, KeptRaised>
  /** What was wrong with the rows of a kind that are counted, by city and kind, when they last changed. */
  readonly found: Map<string, { readonly version: number; readonly findings: readonly RowFaults[] }>
  /** The run that is under way. */
  readonly runs: Map<string, Run>
  /** What further requests of the run that is under way gave, by city, kind and name. */
  readonly pieces: Map<string, Piece>
}

/** The one shelf of a data worker, opened when it is first needed. */
export type OpenShelf = () => Promise<Shelf>

export function createShelf(find: FindCounting): Shelf {
  const stores = new Map<string, Store>()
  const runs = new Map<string, Run>()
  return {
    find,
    runs,
    pieces: new Map(),
    raised: new Map(),
    found: new Map(),
    store(city, kind) {
      const key = `${city}/${kind.id}`
      const store = stores.get(key) ?? createStore(kind)
      stores.set(key, store)
      return store
    },
    book(city, kinds) {
      const read = new Map(
        kinds.flatMap(({ id }) => {
          const store = stores.get(`${city}/${id}`)
          return store && !Number.isNaN(store.asOf) ? [[id, store.table] as const] : []
        }),
      )
      return { of: ({ id }) => read.get(id) }
    },
  }
}
