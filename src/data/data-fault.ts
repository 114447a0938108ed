import type { Sample } from './shape/sample'
import { words } from './fault-words'
import type { FaultKind } from './fault-kind'

/** A failed read: what went wrong, in which field where one is to blame, and the detail an integrator needs. */
export class DataFault extends Error {
  readonly kind: FaultKind
  /** Dotted path of the first wrong field, for `contract` and `map`. */
  readonly field: string | undefined
  readonly detail: string
  /** Excerpt of the masked answer the fault is about, where somebody asked to see it. */
  readonly sample: Sample | undefined

  constructor(kind: FaultKind, detail: string, field?: string, sample?: Sample) {
    super(words.said(kind, field === undefined ? detail : `${field} ${detail}`))
    this.name = 'DataFault'
    this.kind = kind
    this.field = field
    this.detail = detail
    this.sample = sample
  }
}

/**
 * Anything thrown on the way, as a fault with words for the panel. Whoever waits for the network says so where it waits: an error
 * that comes here without a kind is a mistake of the program, and must not send anybody to look for a cable.
 */
export function asFault(error: unknown): DataFault {
  if (error instanceof DataFault) return error
  return new DataFault('program', error instanceof Error ? error.message : String(error))
}
