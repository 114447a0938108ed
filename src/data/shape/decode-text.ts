import { DataFault } from '../data-fault'
import { words } from '../fault-words'

/**
 * The text in `bytes`, which must be UTF-8, with or without a mark of it at the start. Files and answers alike: a name in another
 * encoding would otherwise be shown as question marks.
 * @throws DataFault json
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DataFault('json', words.notUtf8)
  }
}
