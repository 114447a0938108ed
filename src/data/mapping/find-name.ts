/** A town or an office that a city has; an office has no code. */
export interface Named {
  readonly code?: string
  readonly name: string
}

/** 三元里街道 is 三元里街 to whoever lives there. */
function spellings(name: string): readonly string[] {
  const short = name.replace(/(?<=街)道$/u, '')
  return short === name ? [name] : [name, short]
}

const MOST_TEXTS = 20_000

/**
 * Finds the one name of `list` that stands in a text. Of names one within the other the longer holds (白云湖街道, not 云湖街道). Null where none
 * stands there, and where different ones do: the first of two is no better than a guess.
 */
export function finderOf<N extends Named>(list: readonly N[]): (text: string) => N | null {
  const all = list
    .flatMap((named) => spellings(named.name).map((spelling) => ({ named, spelling })))
    .toSorted((a, b) => b.spelling.length - a.spelling.length)
  const byCode = new Map(list.flatMap((named) => (named.code === undefined ? [] : [[named.code, named]])))
  const known = new Map<string, N | null>()

  function find(text: string): N | null {
    let rest = text
    let found: N | null = null
    for (const { named, spelling } of all) {
      if (!rest.includes(spelling)) continue
      if (found !== null && found.name !== named.name) return null
      found = named
      // What belongs to the longer name is no part of another.
      rest = rest.replaceAll(spelling, '\n')
    }
    return found
  }

  return (text) => {
    const plain = text.trim()
    const coded = byCode.get(plain)
    if (coded !== undefined) return coded
    const before = known.get(plain)
    if (before !== undefined) return before
    const found = find(plain)
    if (known.size >= MOST_TEXTS) known.clear()
    known.set(plain, found)
    return found
  }
}
