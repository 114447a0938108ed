import { Figure } from '../../../blocks/Figure'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { countText } from '../../../lib/format'
import { shareText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { DeviceType, VideoDocument } from '../contract'
import { words } from '../words'
import styles from './Types.module.css'
import layout from './Video.module.css'

const BAR = 22
const GAP = 44
const WIDTH = 1000

/** From and to of every part of a whole, 0–1. */
function spans(values: readonly number[]): { from: number; to: number }[] {
  const total = values.reduce((a, b) => a + b, 0)
  let at = 0
  return values.map((value) => {
    const from = at
    at += total === 0 ? 0 : value / total
    return { from, to: at }
  })
}

/** Device types twice: their share of all channels above, of the offline ones below. Where a strip widens, the type fails more than its share. */
export function Types({ operation }: ViewProps<VideoDocument, 'types'>) {
  const { types, channels, offline } = operation
  const linkOf = useRowsLink('video_offline')
  return (
    <div className={`${layout.column} ${styles.box}`}>
      <div className={styles.picture}>
        <LabelRow note={channels && words.types.channelsOf(countText(channels.value))}>
          {words.types.all}
        </LabelRow>
        <Strips types={types} />
        <LabelRow note={offline && words.types.offlineOf(countText(offline.value))}>
          {words.types.offline}
        </LabelRow>
      </div>
      <div className={styles.rows}>
        {types.map((type, i) => (
          <div key={type.key}>
            <RowLead to={linkOf(['type', type.key])} className={styles.row}>
              <i style={{ background: `var(--seq-${5 - i})` }} aria-hidden="true" />
              <span>{type.label}</span>
              <span className={styles.all}>{countText(type.channels)}</span>
              <Figure metric="video_type_offline" of={type.key} value={type.offline} as="plain" />
              <span className={styles.share}>
                {type.channels === 0 ? '—' : shareText((type.offline / type.channels) * 100, type.channels)}
              </span>
            </RowLead>
          </div>
        ))}
      </div>
    </div>
  )
}

function Strips({ types }: { readonly types: readonly DeviceType[] }) {
  const all = spans(types.map((t) => t.channels))
  const down = spans(types.map((t) => t.offline))
  const low = BAR + GAP
  const any = types.some((t) => t.offline > 0)
  return (
    <svg
      className={styles.strips}
      viewBox={`0 0 ${WIDTH} ${low + BAR}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {types.map((type, i) => {
        const top = all[i]
        const bottom = down[i]
        if (!top || !bottom) return null
        const [a, b, c, d] = [top.from, top.to, bottom.to, bottom.from].map((x) => x * WIDTH)
        const fill = `var(--seq-${5 - i})`
        return (
          <g
            key={type.key}
            fill={fill}
            stroke="var(--bg-1)"
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          >
            {any && <path d={`M${a} ${BAR}L${b} ${BAR}L${c} ${low}L${d} ${low}Z`} opacity={0.32} />}
            <path d={`M${a} 0H${b}V${BAR}H${a}Z`} />
            {any && <path d={`M${d} ${low}H${c}V${low + BAR}H${d}Z`} />}
          </g>
        )
      })}
    </svg>
  )
}
