import { recordRowsOf } from '../../contract/records/record-rows'
import type { ExceptionItem } from '../../contract/exception'
import { readingsOf } from '../../domains/registry-readings'
import { countText } from '../../lib/format'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import styles from './Drawer.module.css'
import { RecordList } from './RecordList'
import { RecordPictures } from './RecordPictures'
import { words } from './words'

/** As many as are looked at before somebody goes there. */
const SHOWN = 3

/** What can be seen at the place of an exception, of every domain that has such records: cameras, whoever raised it. */
export function Nearby({ of }: { readonly of: ExceptionItem }) {
  const { domains } = useScreen()
  const { place } = of
  if (!place) return null
  return domains.inputsOf('raises').flatMap(({ id }) =>
    Object.entries(readingsOf(id))
      .filter(([, { nearby }]) => nearby && id !== of.domain)
      .map(([kind, { name, unit }]) => (
        <AtPlace key={`${id}.${kind}`} domain={id} kind={kind} code={place.code} name={name} unit={unit} />
      )),
  )
}

interface AtPlaceProps {
  readonly domain: string
  readonly kind: string
  /** Division code of the place. */
  readonly code: string
  readonly name: string
  readonly unit: string
}

/** The first of them, and how many there are; nothing where there are none, or where the source keeps no records. */
function AtPlace({ domain, kind, code, name, unit }: AtPlaceProps) {
  const parts = { kind, limit: String(SHOWN) }
  const { open } = useScreen()
  const { answer } = useAnswer(recordRowsOf(domain), { region: code, parts })
  if (!answer || answer.rows.length === 0) return null
  return (
    <section data-nearby={`${domain}.${kind}`}>
      <h4 className={styles.heading}>
        {words.why.near(name, answer.total === null ? null : countText(answer.total), unit)}
      </h4>
      <RecordPictures
        rows={answer.rows}
        reading={readingsOf(domain)[kind]}
        onOpen={(key) => open(`row:${domain}.${kind}:${key}`)}
      />
      <RecordList domain={domain} rows={answer.rows} readings={readingsOf(domain)} />
    </section>
  )
}
