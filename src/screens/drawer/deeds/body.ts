import type { Action, ActionField, Matter } from '../../../panel/action'

/** What goes with an action: those of its fields that it has, null where nobody knows. */
export function bodyOf(
  { body = [] }: Action,
  { row, exception }: Matter,
  reason: string | null,
): Readonly<Record<string, string | null>> {
  const known: Readonly<Record<ActionField, string | null>> = {
    owner: exception?.owner ?? null,
    kind: row?.kind ?? null,
    record: row?.key ?? exception?.subject ?? null,
    exception: exception?.id ?? null,
    rule: exception?.evidence?.rule ?? null,
    reason,
    // Of no record: told on the picture itself.
    command: null,
    preset: null,
  }
  return Object.fromEntries(body.map((field) => [field, known[field]] as const))
}
