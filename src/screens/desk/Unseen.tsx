import type { DocumentResource } from '../../contract/resource'
import { silentIn } from '../../panel/alarms/silent'
import { useScreen } from '../../panel/screen-context'
import { useDocument } from '../../panel/use-documents'
import styles from './Desk.module.css'
import type { ListName } from './entries'
import { words } from './words'

interface UnseenProps {
  readonly of: DocumentResource
  readonly list: ListName
  /** How many are shown, of how many. */
  readonly shown: number
  readonly all: number
}

/** What the list cannot say: which domains it knows nothing of, and that an empty one is empty of what is connected only. */
export function Unseen({ of, list, shown, all }: UnseenProps) {
  const { domains } = useScreen()
  const { document, fault } = useDocument(of)
  const { unseen, absent } = silentIn(document?.operation)
  const hidden = [...unseen].filter((id) => !absent.has(id)).map(domains.nameOf)
  const none =
    all > 0
      ? words.noneFound
      : list !== 'open'
        ? words.none[list]
        : document
          ? absent.size + hidden.length > 0
            ? words.noneConnected
            : words.none.open
          : words.unread(fault?.message)
  return (
    <>
      {list === 'open' && hidden.length > 0 && <p className={styles.calls}>{words.unseen(hidden)}</p>}
      {shown === 0 && <p className={styles.none}>{none}</p>}
    </>
  )
}
