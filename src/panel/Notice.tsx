import type { CityDocument } from '../contract/document'
import type { DataFault } from '../data/data-fault'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PanelFrame.module.css'
import type { PanelState } from './panel-state'
import { useWall } from './wall-context'

export interface NoticeProps {
  readonly state: PanelState
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  /** Fields that the panel needs and the document does not bring. */
  readonly missing?: readonly string[]
}

const TITLES: Partial<Record<PanelState, string>> = {
  loading: '正在读取',
  'not-built': '未建设',
  'not-connected': '未接入',
  'no-permission': '当前岗位不可见',
  failed: '读取失败，尚无可用数据',
  empty: '本时段返回 0 条',
}

/** What stands in a panel that has nothing to draw: which kind of nothing, why, and by whose word. Never a 0. */
export function Notice({ state, document, fault, missing = [] }: NoticeProps) {
  const { region, regionName } = useWall()
  const absence = document?.absence
  const scoped = state === 'empty' && region !== null
  return (
    <div className={`${styles.notice} ${styles.big}`} role="status">
      {state !== 'loading' && <StateGlyph glyph={state} />}
      <b>{scoped ? `${regionName}没有这类数据` : (TITLES[state] ?? '')}</b>
      {absence && <p>{absence.reason}</p>}
      {absence && <p className={styles.source}>依据：{absence.source}</p>}
      {missing.length > 0 && <p>数据源未提供 {missing.join('、')}</p>}
      {!absence && fault && missing.length === 0 && <p>{fault.message}</p>}
      {state === 'empty' && (
        <p>
          {scoped ? '来源连接正常，只是所选镇街没有记录；按 Esc 返回全域' : '来源连接正常，所选时段没有记录'}
        </p>
      )}
    </div>
  )
}
