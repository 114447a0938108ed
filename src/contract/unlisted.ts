import { addressesReader } from './addresses'
import type { AnswerReader } from './reader'
import { receiptReader } from './receipt'
import type { Kind } from './resource'

/** Readers of what no domain lists, as it is alike of all of them: what became of a deed, and where pictures are. Not in the first view. */
export const unlistedReader = (kind: Kind, id: string): AnswerReader | undefined =>
  kind === 'action' ? receiptReader({ id }) : id === 'picture.addresses' ? addressesReader({ id }) : undefined
