import { useState } from 'react'
import { maskText } from '../../data/shape/mask'
import { withoutPeople } from '../../data/shape/mask-personal'
import { browserStore, keepText, type Store } from '../../lib/kept'
import { isFields, numberIn, recordIn, textIn, type Fields } from '../../lib/fields'
import { BLANK, folded, type Paper, type Signature } from '../../panel/alarms/papers'
import type { Notice } from '../../panel/alarms/heard'

/** Sheets of two weeks of three shifts are kept. */
const MOST_SHEETS = 42
export const MOST_NOTES = 600

type Sheets = Readonly<Record<string, Paper>>

const signatureIn = (sheet: unknown, who: 'giver' | 'taker'): Signature | null => {
  const signed = isFields(sheet) ? recordIn(sheet, who) : null
  const [name, at] = [textIn(signed, 'name'), numberIn(signed, 'at')]
  return name === null || at === null ? null : { name, at }
}

/** One of them; of a sheet of earlier versions nobody knows when its notes were written. */
function paperIn(sheet: Fields): Paper {
  const [giver, taker] = [signatureIn(sheet, 'giver'), signatureIn(sheet, 'taker')]
  const written = recordIn(sheet, 'written')
  return {
    notes: (textIn(sheet, 'notes') ?? '').slice(0, MOST_NOTES),
    giver,
    taker,
    written: {
      notes: numberIn(written, 'notes') ?? 0,
      giver: numberIn(written, 'giver') ?? giver?.at ?? 0,
      taker: numberIn(written, 'taker') ?? taker?.at ?? 0,
    },
  }
}

/** What was kept, whoever may have written it there: what is no sheet is left out. */
export function readSheets(kept: string | null): Sheets {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    if (!isFields(read)) return {}
    return Object.fromEntries(
      Object.entries(read).flatMap(([shift, sheet]) =>
        isFields(sheet) ? [[shift, paperIn(sheet)] as const] : [],
      ),
    )
  } catch {
    return {}
  }
}

/** The newest sheets with `change` on that of the shift that began at `begin`; numbers of people are masked before anything is kept. */
export function writtenOn(sheets: Sheets, begin: number, change: Partial<Paper>): Sheets {
  const masked = (signature: Signature | null | undefined) =>
    signature && { ...signature, name: maskText(signature.name) }
  const sheet = { ...BLANK, ...sheets[begin], ...change }
  const next: Sheets = {
    ...sheets,
    [begin]: {
      written: sheet.written,
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
  on: { readonly begin: number; readonly change: Partial<Paper> },
): Written {
  const known = last.kept ? readSheets(store?.getItem(key) ?? null) : last.sheets
  const sheets = writtenOn(known, on.begin, on.change)
  return { sheets, kept: keepText(store, key, JSON.stringify(sheets)) }
}

/**
 * The sheet of a shift, kept by the browser under `key`, with what other seats have `told` of it; `kept` is false where it keeps nothing.
 * `write` says how the sheet stands then.
 */
export function useHandoverSheet(key: string, begin: number, told: readonly Notice[]) {
  const [store] = useState(browserStore)
  const [last, setLast] = useState<Written>(() => ({
    sheets: readSheets(store?.getItem(key) ?? null),
    kept: store !== null,
  }))
  const sheet = folded(last.sheets[begin] ?? BLANK, begin, told)
  const write = (change: Partial<Paper>): Paper => {
    const next = keepOn(store, key, last, { begin, change: { ...sheet, ...change } })
    setLast(next)
    return next.sheets[begin] ?? BLANK
  }
  return { sheet, write, kept: last.kept }
}
