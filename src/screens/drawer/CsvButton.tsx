import { useState } from 'react'
import { recordRowsOf, type RecordRow } from '../../contract/records/record-rows'
import type { Page } from '../../contract/resource'
import type { Parts } from '../../data/address'
import { isoDate, isoTime } from '../../lib/calendar'
import { exactText } from '../../lib/format'
import type { Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { csvOf } from './csv'
import controls from '../../ui/controls.module.css'
import { useDomainDocument } from './Source'
import { words } from './words'

/** Rows that one file holds, and that one question asks for. */
const [MOST, PAGE] = [100_000, 5000]

interface CsvButtonProps {
  readonly domain: string
  readonly reading: Reading
  readonly parts: Parts
  readonly title: string
}

/** The whole list as a file. */
export function CsvButton({ domain, reading, parts, title }: CsvButtonProps) {
  const { feed, region, regionName, clock } = useScreen()
  const source = useDomainDocument(domain)?.source
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const save = async () => {
    setState('busy')
    try {
      const now = clock.now()
      const { rows, asOf } = await readAll((cursor) =>
        feed.get(
          recordRowsOf(domain, parts['kind']),
          { region, parts: { ...parts, limit: String(PAGE), ...(cursor !== null && { cursor }) } },
          { now },
        ),
      )
      const about = words.csv.about({
        title,
        place: regionName,
        count: `${exactText(rows.length)} ${reading.unit}`,
        asOf: isoTime(Date.parse(asOf)),
        source: source?.name ?? domain,
        simulated: source?.simulated === true,
      })
      keep(`${title}-${isoDate(now)}.csv`, csvOf(reading, rows, about, now))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <button type="button" className={controls.button} disabled={state === 'busy'} onClick={() => void save()}>
      {words.csv[state]}
    </button>
  )
}

/** Page after page, up to as many rows as one file holds. */
async function readAll(read: (cursor: string | null) => Promise<Page<RecordRow>>) {
  const rows: RecordRow[] = []
  let page = await read(null)
  rows.push(...page.rows)
  while (page.next !== null && rows.length < MOST) {
    page = await read(page.next)
    rows.push(...page.rows)
  }
  return { rows, asOf: page.asOf }
}

/** Hands a file to whoever asked for it. Spreadsheets know by its first bytes in which writing it is. */
function keep(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  // What reads the file has it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
