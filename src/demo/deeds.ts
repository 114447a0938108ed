import { isFields, type Fields } from '../lib/fields'
import { isoTime } from '../lib/calendar'
import type { Acts, Change } from './kit/act'
import type { RowsMoment } from './kit/domain'

/** What can be done in each domain of the demo: a folder with `acts.ts` is found without an edit here. */
const all = import.meta.glob<Acts>('./*/acts.ts', { eager: true, import: 'acts' })

interface Asked {
  readonly city: string
  /** `hotline.supervise`. */
  readonly action: string
  readonly id: string
  readonly key: string
  /** Epoch ms. */
  readonly at: number
  readonly rows: (kind: string) => readonly object[]
}

type Kept = Change & { readonly at: number }

export type Deeds = ReturnType<typeof createDeeds>

/** What was done to the records of the demo, for as long as its thread lives. */
export function createDeeds() {
  const receipts = new Map<string, object>()
  const changes = new Map<string, Map<string, Kept[]>>()

  function note(city: string, domain: string, change: Kept): void {
    const place = `${city}/${domain}/${change.kind}`
    const kept = changes.get(place) ?? new Map<string, Kept[]>()
    const [, name] = change.key
    changes.set(place, kept.set(name, [...(kept.get(name) ?? []), change]))
  }

  function done({ city, action, id, at, rows }: Asked): { state: string; message: string } {
    const [domain = '', name = ''] = action.split('.')
    const did = all[`./${domain}/acts.ts`]?.[name]
    if (!did) return { state: 'refused', message: `演示：没有 ${action} 这项操作` }
    const fieldsOf = (kind: string) => rows(kind).filter(isFields)
    const came = did({ id, at: isoTime(at), now: at, rows: fieldsOf })
    if (typeof came === 'string') return { state: 'refused', message: `演示：${came}` }
    for (const change of came) note(city, domain, { ...change, at })
    return { state: 'done', message: '演示：已在本机登记' }
  }

  return {
    /** Whether anything can be done in a domain. */
    knows: (domain: string): boolean => all[`./${domain}/acts.ts`] !== undefined,
    /** The receipt of a deed; the same key never acts twice. */
    act(asked: Asked): object {
      const { key, action, at } = asked
      const receipt = receipts.get(key) ?? {
        contract: `${action}/1`,
        key,
        at: isoTime(at),
        ...done(asked),
      }
      receipts.set(key, receipt)
      return receipt
    },
    /**
     * `rows` with what was done to them by now; where only changes are asked for, the records that were changed so since then as well.
     * @param place `baiyun/hotline/work-order`
     */
    over(place: string, rows: readonly object[], { now, since }: RowsMoment, whole: () => readonly object[]) {
      const kept = changes.get(place)
      if (!kept) return rows
      const there = new Map<string, readonly Kept[]>()
      for (const [name, each] of kept) {
        const standing = each.filter(({ at, until = Number.POSITIVE_INFINITY }) => at <= now && now < until)
        if (standing.length > 0) there.set(name, standing)
      }
      if (there.size === 0) return rows
      const field = [...there.values()][0]?.[0]?.key[0] ?? ''
      const isNew = (row: object) => {
        const own = isFields(row) ? there.get(String(row[field])) : undefined
        return own?.some(({ at }) => since !== null && at >= since) === true
      }
      const named = new Set(rows.filter(isFields).map((row) => row[field]))
      const more =
        since === null ? [] : whole().filter((row) => isFields(row) && isNew(row) && !named.has(row[field]))
      return [...rows, ...more].map((row) => changed(row, field, there))
    },
  }
}

function changed(row: object, field: string, there: ReadonlyMap<string, readonly Kept[]>): object {
  const own: readonly { readonly fields: Fields }[] =
    (isFields(row) ? there.get(String(row[field])) : undefined) ?? []
  return own.reduce((before, { fields }) => ({ ...before, ...fields }), row)
}
