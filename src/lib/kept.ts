export type Store = Pick<Storage, 'getItem' | 'setItem'>

/** What this browser keeps from one page to the next; null where it has nothing of the kind, or refuses it. */
export function browserStore(): Store | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

/** @returns whether it is kept: a store may be full, or none */
export function keepText(store: Store | null, key: string, text: string): boolean {
  try {
    store?.setItem(key, text)
    return store?.getItem(key) === text
  } catch {
    return false
  }
}
