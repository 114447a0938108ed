import { useState } from 'react'
import { recordRowsOf, type RecordRow } from '../../contract/records/record-rows'
import type { Page } from '../../contract/resource'
import type { Parts } from '../../data/address'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'

/** Rows asked for at once, more than any screen shows; and by how many they move along. */
const [ROWS, STEP] = [120, 40]

/** The rows of a list around those that are looked at. */
export interface RowsWindow {
  readonly page: Page<RecordRow>
  /** Place of its first row, from 0. */
  readonly from: number
  /** Of another question, until the answer to this one is here. */
  readonly old: boolean
}

const startAt = (at: number) => Math.max(0, Math.floor((at - (ROWS - STEP) / 2) / STEP) * STEP)

/**
 * The part of a list that is looked at, wherever it is scrolled to: one question at a time, so that what stands on the screen is of one
 * moment. The rows before stay until the next ones are here.
 */
export function useWindow(domain: string, parts: Parts, at: number) {
  const { region } = useScreen()
  const [from, setFrom] = useState(() => startAt(at))
  const [held, setHeld] = useState<RowsWindow & { readonly question: string }>()
  const { answer: page, fault } = useAnswer(recordRowsOf(domain, parts['kind']), {
    region,
    parts: { ...parts, limit: String(ROWS), ...(from > 0 && { from: String(from) }) },
  })
  const question = JSON.stringify([region, parts])
  if (page && held?.page !== page) setHeld({ page, from, old: false, question })
  const shown = page ? { page, from, old: false } : held && { ...held, old: held.question !== question }
  /** Rows `first` to `last` are on the screen. */
  const look = (first: number, last: number) => {
    const enough = first >= from && last < from + ROWS
    if (!enough) setFrom(startAt(first))
  }
  return { shown, fault, look }
}
