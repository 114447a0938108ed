import { useState } from 'react'
import { SEVERITIES } from '../../../contract/severity'
import { clockText, monthDay } from '../../../lib/calendar'
import { dueText } from '../../../lib/due'
import { severityLevel } from '../../../panel/PanelFrame'
import { usePanel } from '../../../panel/panel-scope'
import { useExceptions, type NumberedException } from '../../../panel/use-exceptions'
import { useBox } from '../../../blocks/use-box'
import { useNow, useWall } from '../../../panel/wall-context'
import { SeverityMark } from '../../../ui/SeverityMark'
import { Sheet } from '../../../ui/Sheet'
import { useUnit } from '../../../ui/unit'
import { InfoGlyph } from '../../../ui/InfoGlyph'
import { conclude, seesNothing } from './conclude'
import { useRaising } from './use-raising'
import styles from './Exceptions.module.css'
import type { ExceptionsDocument } from '../contract'

const NONE: readonly never[] = []

/** Row heights in u: one line; two lines, with the record's history, where there is room; two lines where it is narrow (33em in CSS). */
const ROW = 40
const TALL_ROW = 70
const TALLEST_ROW = 92
const NARROW_ROW = 66
const NARROW = 620

function rowHeight(width: number, height: number, items: number): number {
  if (width < NARROW) return NARROW_ROW
  const share = height / Math.max(1, items)
  return share >= TALL_ROW ? Math.min(share, TALLEST_ROW) : ROW
}

const LEVEL_WORDS = { critical: '一级', major: '二级', minor: '三级' } as const

/** The first thing on every wall: one sentence, how many, and for each who, until when, and what next. */
export function Exceptions({ document }: { readonly document: ExceptionsDocument }) {
  const items = useExceptions()
  const panel = usePanel()
  const u = useUnit()
  const [all, setAll] = useState(false)
  const [list, { width, height }] = useBox<HTMLUListElement>()
  const unseen = document.operation?.unseen ?? NONE
  const raising = useRaising()
  const blind = seesNothing(items, unseen, raising)
  const row = rowHeight(width, height, items.length)
  const shown = items.slice(0, Math.floor((height + 0.5) / row))
  const tall = width >= NARROW && row >= TALL_ROW
  return (
    <div className={styles.box}>
      <div className={styles.hero}>
        <h2 className={styles.title}>需要处置</h2>
        <p className={styles.count} data-metric="exceptions_open" data-value={blind ? '' : items.length}>
          {blind ? '—' : items.length}
          <span>件</span>
        </p>
        <ul className={styles.levels}>
          {SEVERITIES.map((severity) => {
            const count = items.filter((item) => item.severity === severity).length
            return (
              <li key={severity}>
                <SeverityMark severity={severityLevel(severity)} size={18 * u} quiet={count === 0} />
                <span>{LEVEL_WORDS[severity]}</span>
                <b>{blind ? '—' : count}</b>
              </li>
            )
          })}
        </ul>
      </div>
      <div className={styles.main}>
        <div className={styles.head}>
          <p className={styles.sentence}>{conclude(items, unseen, raising)}</p>
          <span className={styles.tools}>
            {items.length > shown.length && (
              <button type="button" className={styles.more} onClick={() => setAll(true)}>
                另 {items.length - shown.length} 件 ›
              </button>
            )}
            {panel.chip}
            <button
              type="button"
              className={styles.info}
              onClick={panel.openInfo}
              aria-label="需要处置：口径、来源与阈值"
            >
              <InfoGlyph />
            </button>
          </span>
        </div>
        <ul ref={list} className={styles.list}>
          {shown.map((item) => (
            <Row key={item.id} item={item} tall={tall ? row : null} />
          ))}
          {items.length === 0 && unseen.length === 0 && (
            <li className={styles.none}>当前没有需要处置的事项</li>
          )}
        </ul>
      </div>
      {all && <AllItems items={items} onClose={() => setAll(false)} />}
    </div>
  )
}

/** A row leads to its place: choosing it scopes every panel to that town. */
function Row({ item, tall }: { readonly item: NumberedException; readonly tall: number | null }) {
  const u = useUnit()
  const now = useNow()
  const { selectRegion, domains } = useWall()
  const { place } = item
  const due = Date.parse(item.due)
  const since = Date.parse(item.since)
  const late = due < now
  const used = late || due <= since ? 1 : Math.max(0, (now - since) / (due - since))
  return (
    <li data-exception={item.id} data-severity={item.severity}>
      <button
        type="button"
        className={styles.row}
        style={tall === null ? undefined : { height: tall * u }}
        disabled={!place}
        onClick={() => place && selectRegion(place.code)}
      >
        <SeverityMark severity={severityLevel(item.severity)} no={item.no} size={26 * u} />
        <span className={styles.what}>
          <span>
            <i>{place?.name ?? '全域'}</i>
            {item.what}
          </span>
          {tall !== null && (
            <small>
              {LEVEL_WORDS[item.severity]} · {domains.nameOf(item.domain)} · 始于 {monthDay(since)}{' '}
              {clockText(since)}
            </small>
          )}
        </span>
        <span className={styles.owner}>{item.owner}</span>
        <span className={`${styles.due} ${late && item.severity === 'critical' ? styles.breached : ''}`}>
          {dueText(due, now)}
          {tall !== null && (
            <span className={styles.used} aria-hidden="true">
              <i style={{ width: `${used * 100}%` }} />
            </span>
          )}
        </span>
        <span className={styles.action}>{item.action}</span>
      </button>
    </li>
  )
}

function AllItems({
  items,
  onClose,
}: {
  readonly items: readonly NumberedException[]
  readonly onClose: () => void
}) {
  const u = useUnit()
  const now = useNow()
  const entries = items.map((item) => ({
    title: `${item.place?.name ?? '全域'} ${item.what}`,
    lead: <SeverityMark severity={severityLevel(item.severity)} no={item.no} size={24 * u} />,
    lines: [`责任单位 ${item.owner} · ${dueText(Date.parse(item.due), now)} · 下一步 ${item.action}`],
  }))
  return <Sheet title={`需要处置 ${items.length} 件`} entries={entries} perPage={7} onClose={onClose} />
}
