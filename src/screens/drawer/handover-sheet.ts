import { useState } from 'react'
import { maskText } from '../../data/shape/mask'
import { withoutPeople } from '../../data/shape/mask-personal'
import { browserStore, keepText, type Store } from '../../lib/kept'
import { isFields, numberIn, recordIn, textIn } from '../../lib/fields'

export interface Signature {
  readonly name: string
  /** Epoch ms. */
  readonly at: number
}

/** What people have written on the sheet of one shift. */
export interface HandoverSheet {
  readonly notes: string
  readonly giver: Signature | null
  readonly taker: Signature | null
}

const BLANK: HandoverSheet = { notes: '', giver: null, taker: null }
/** Sheets of two weeks of three shifts are kept. */
const MOST_SHEETS = 42
export const MOST_NOTES = 600

type Sheets = Readonly<Record<string, HandoverSheet>>

const signatureIn = (sheet: unknown, who: 'giver' | 'taker'): Signature | null => {
  const signed = isFields(sheet) ? recordIn(sheet, who) : null
  const [name, at] = [textIn(signed, 'name'), numberIn(signed, 'at')]
  return name === null || at === null ? null : { name, at }
}

/** What was kept, whoever may have written it there: what is no sheet is left out. */
export function readSheets(kept: string | null): Sheets {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    if (!isFields(read)) return {}
    return Object.fromEntries(
      Object.entries(read).flatMap(([shift, sheet]) =>
        isFields(sheet)
          ? [
              [
                shift,
                {
                  notes: (textIn(sheet, 'notes') ?? '').slice(0, MOST_NOTES),
                  giver: signatureIn(sheet, 'giver'),
                  taker: signatureIn(sheet, 'taker'),
                },
              ],
            ]
          : [],
      ),
    )
  } catch {
    return {}
  }
}

/** The newest sheets with `change` on that of the shift that began at `begin`; numbers of people are masked before anything is kept. */
export function writtenOn(sheets: Sheets, begin: number, change: Partial<HandoverSheet>): Sheets {
  const masked = (signature: Signature | null | undefined) =>
    signature && { ...signature, name: maskText(signature.name) }
  const sheet = { ...BLANK, ...sheets[begin], ...change }
  const next: Sheets = {
    ...sheets,
    [begin]: {
      notes: withoutPeople(sheet.notes),
      giver: masked(sheet.giver) ?? null,
      taker: masked(sheet.taker) ?? null,
    },
  }
  return Object.fromEntries(
    Object.entries(next)
      .toSorted(([a], [b]) => Number(b) - Number(a))
      .slice(0, MOST_SHEETS),
  )
}

interface Written {
  readonly sheets: Sheets
  /** The browser keeps them. */
  readonly kept: boolean
}

/** What was kept, with `change` on the sheet of a shift: another window of this machine may have written since `last`. */
export function keepOn(
  store: Store | null,
  key: string,
  last: Written,
  on: { readonly begin: number; readonly change: Partial<HandoverSheet> },
): Written {
  const known = last.kept ? readSheets(store?.getItem(key) ?? null) : last.sheets
  const sheets = writtenOn(known, on.begin, on.change)
  return { sheets, kept: keepText(store, key, JSON.stringify(sheets)) }
}

/** The sheet of a shift, kept by the browser under `key`; `kept` is false where it keeps nothing. */
export function useHandoverSheet(key: string, begin: number) {
  const [store] = useState(browserStore)
  const [last, setLast] = useState<Written>(() => ({
    sheets: readSheets(store?.getItem(key) ?? null),
    kept: store !== null,
  }))
  const write = (change: Partial<HandoverSheet>) => setLast(keepOn(store, key, last, { begin, change }))
  return { sheet: last.sheets[begin] ?? BLANK, write, kept: last.kept }
}
