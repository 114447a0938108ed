import { PublishedLedger } from '../../../blocks/PublishedLedger'
import type { Room } from '../../../panel/define-panel'
import type { HallDocument } from '../contract'
import { entriesOf } from '../published/entries'
import { SECTIONS } from '../published/order'
import { words } from '../published/words'

/** What the city published on halls, online service and 好差评: before and after side by side, contradictions as they stand. */
export function Published({ document, size }: Room & { readonly document: HallDocument }) {
  return (
    <PublishedLedger
      document={document}
      size={size}
      layout="cells"
      entries={entriesOf(document.published, document.contradictions)}
      sections={SECTIONS.map((section) => words.section[section])}
    />
  )
}
