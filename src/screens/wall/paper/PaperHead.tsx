import { clockText, isoTime, monthDay } from '../../../lib/calendar'
import { weekdayText } from '../../../lib/format'
import { useDocuments } from '../../../panel/use-documents'
import { useNow, useScreen } from '../../../panel/screen-context'
import { StateGlyph } from '../../../ui/StateGlyph'
import { HealthLight } from '../HealthLight'
import { words as health } from '../health-words'
import { useDuty } from '../../use-duty'
import { words as wall } from '../words'
import styles from './PaperHead.module.css'
import { words } from './words'

export interface PaperHeadProps {
  /** What is shown is made up, and says so. */
  readonly demo: boolean
  readonly scene: string
  readonly unknownRegion: string | null
}

/** What a sheet of paper must say of itself when it lies on a table a week later. */
export function PaperHead({ demo, scene, unknownRegion }: PaperHeadProps) {
  const { config, city, region, regionName } = useScreen()
  const duty = useDuty()
  const now = useNow()
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        {config.title} <b>{city.name}</b>
        {region !== null && <b>{regionName}</b>} <b>{scene}</b>
      </h1>
      {duty && (
        <span>
          {duty.shift} {duty.chief}
        </span>
      )}
      {demo && (
        <span className={styles.demo}>
          <StateGlyph glyph="demo" />
          {words.demo}
        </span>
      )}
      <p className={styles.times}>
        <span>{words.shown(isoTime(now).slice(0, 10), weekdayText(now), isoTime(now).slice(11, 19))}</span>
        <DataTimes now={now} />
        <HealthLight />
        {unknownRegion !== null && <span>{wall.region.unknown(unknownRegion, city.tier)}</span>}
      </p>
    </header>
  )
}

/** The oldest and the newest of what is shown; every panel says its own. */
function DataTimes({ now }: { readonly now: number }) {
  const { domains } = useScreen()
  const times = useDocuments(domains.documents).flatMap(({ document }) =>
    document ? [Date.parse(document.asOf)] : [],
  )
  if (times.length === 0) return <span>{health.none}</span>
  const text = (at: number) => (monthDay(at) === monthDay(now) ? '' : `${monthDay(at)} `) + clockText(at)
  const ends = new Set([text(Math.min(...times)), text(Math.max(...times))])
  return <span>{words.data([...ends])}</span>
}
