import type { ExceptionItem } from '../exception'
import { itemOf, type Finding } from './rule-item'
import { RuleMistake } from './rule-things'

const MOST_NAMED = 40

/** What its records are numbered by: only what is numbered alike can be the same. */
const numbering = ({ rule: { course, on } }: Finding) =>
  course === undefined ? (on.records ?? on.each ?? on.part) : 'course'

interface Cover {
  readonly by: Finding
  readonly records: ReadonlySet<string>
  readonly covers: Pick<ExceptionItem, 'id' | 'what' | 'place'>[]
}

/**
 * Keeps one cause one exception: what has all its records among those of a listed exception whose rule covers its own is silent, and
 * named by that one. The rules that cover come before those they cover.
 */
export function covering() {
  const listed = new Map<string, Cover>()

  function silences(one: Finding): boolean {
    const over = [...listed.values()].filter(
      ({ by }) => by.rule.covers?.includes(one.rule.id) === true && numbering(by) === numbering(one),
    )
    if (over.length === 0) return false
    const ids = one.records()
    const cover = over.find(({ records }) => ids.length > 0 && ids.every((id) => records.has(id)))
    if (!cover) return false
    try {
      const { id, what, place } = itemOf(one)
      cover.covers.push({ id, what, ...(place !== undefined && { place }) })
      return true
    } catch (error) {
      // What could not be listed anyway is told as what it is.
      if (error instanceof RuleMistake) return false
      throw error
    }
  }

  return {
    silences,
    put: (by: Finding, { id }: ExceptionItem) =>
      listed.set(id, { by, records: new Set(by.records()), covers: [] }),
    /** Each with what it covers. */
    named: (items: readonly ExceptionItem[]): readonly ExceptionItem[] =>
      items.map((item) => {
        const covers = listed.get(item.id)?.covers ?? []
        return item.evidence && covers.length > 0
          ? { ...item, evidence: { ...item.evidence, covers: covers.slice(0, MOST_NAMED) } }
          : item
      }),
  }
}
