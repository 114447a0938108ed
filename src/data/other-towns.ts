import { REGION_CODE } from '../contract/forms'
import type { Answer } from '../contract/resource'
import { DataFault } from './data-fault'
import { isRecord } from './json'
import type { Sample } from './shape/sample'
import { words } from './shape/words'

/**
 * Refuses an answer for `town` that lists other towns: it is the city's, or another's, and its figures must not stand under the town's
 * name. One that says itself that it speaks of another place is let through.
 * @throws DataFault contract
 */
export function refuseOthers(answer: Answer, town: string, seen: Sample | undefined): void {
  if ('region' in answer && answer.region !== town) return
  const found = otherTowns(answer, town)
  if (found) throw new DataFault('contract', words.otherTown(town, found.code), found.field, seen)
}

/** A list whose rows lie in other towns than the one that was asked for. */
export interface OtherTowns {
  /** Way of the first place in it, as faults name fields. */
  readonly field: string
  /** The town that stands there. */
  readonly code: string
}

/**
 * The first list of an answer for `town` that names places and none of them inside it: whoever sent it was not asked for the
 * town, or did not listen. Places are the `code` of a row of `towns`, and the `town` or `place` of any other. A place that `town` lies
 * in says nothing. Lists are looked for in `exceptions` and at any depth of `operation`.
 */
export function otherTowns(document: object, town: string): OtherTowns | undefined {
  const lists: [string, readonly unknown[]][] = []
  const visit = (value: unknown, way: string): void => {
    if (Array.isArray(value)) lists.push([way, value])
    else if (isRecord(value)) for (const [key, below] of Object.entries(value)) visit(below, `${way}.${key}`)
  }
  if ('operation' in document) visit(document.operation, 'operation')
  if ('exceptions' in document) visit(document.exceptions, 'exceptions')
  for (const [way, rows] of lists) {
    const placed = rows.flatMap((row, i) => placeIn(row, `${way}.${i}`, way === 'operation.towns'))
    const apart = placed.filter(({ code }) => code === town || !town.startsWith(code))
    const [first] = apart
    if (first && apart.every(({ code }) => !code.startsWith(town))) return first
  }
  return undefined
}

function placeIn(row: unknown, way: string, isTown: boolean): OtherTowns[] {
  if (!isRecord(row)) return []
  if (isTown) return codeIn(row['code'], `${way}.code`)
  for (const name of ['town', 'place']) {
    const place = row[name]
    const found = isRecord(place)
      ? codeIn(place['code'], `${way}.${name}.code`)
      : codeIn(place, `${way}.${name}`)
    if (found.length > 0) return found
  }
  return []
}

const codeIn = (code: unknown, field: string): OtherTowns[] =>
  typeof code === 'string' && REGION_CODE.test(code) ? [{ field, code }] : []
