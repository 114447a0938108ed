import type { CityDocument } from '../contract/document'
import type { DataFault } from '../data/data-fault'
import { Sheet, type SheetEntry } from '../ui/Sheet'
import type { Panel } from './define-panel'
import { useWall } from './wall-context'
import type { MetricDefinition } from '../config/metrics'

const BASIS = {
  standard: '标准',
  document: '文件',
  local: '地方规则',
  assumption: '本系统假设，可配置',
} as const

/** Where this panel's figures come from and what they mean: source, definitions with thresholds, documents, contradictions. */
export function InfoSheet({
  panel,
  document,
  fault,
  onClose,
}: {
  readonly panel: Panel
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  readonly onClose: () => void
}) {
  const { metrics } = useWall()
  const entries: SheetEntry[] = [
    ...(document ? [sourceEntry(document)] : []),
    ...(fault ? [{ title: '最近一次读取', lines: [fault.message] }] : []),
    ...panel.metrics.flatMap((id) => definitionEntry(metrics[id])),
    ...(document?.contradictions ?? []).map((c) => ({
      title: `≠ 口径待核 ${c.id} · ${c.title}`,
      lines: [
        ...c.statements.map((s) => `${s.label}：${s.value}（${s.fact}）`),
        `${c.arithmetic}；并列照录，不进趋势`,
      ],
    })),
    ...(document?.published ?? [])
      // A ledger shows what fits and says how many more there are: this is where the rest is read.
      .filter((f) => panel.standing || panel.rail.includes(f.metric) || panel.metrics.includes(f.metric))
      .map((f) => ({
        title: `${f.label} · ${f.printed.lead}${f.printed.figure}${f.printed.tail}`,
        lines: [
          `${document?.document?.issuer ?? ''}《${document?.document?.title ?? ''}》（${document?.document?.published ?? ''}）`,
          [f.period, f.comparison, f.definition, f.id].filter((part) => part !== null).join(' · '),
        ],
      })),
  ]
  return <Sheet title={`${panel.title} · 口径与来源`} entries={entries} onClose={onClose} />
}

function sourceEntry({ source, asOf }: CityDocument): SheetEntry {
  return {
    title: `数据来源 · ${source.name}`,
    lines: [
      `责任单位 ${source.owner} · 更新周期 ${periodWords(source.cadenceSeconds)} · 数据时间 ${asOf.slice(0, 16).replace('T', ' ')}`,
      ...(source.simulated ? [`模拟数据：${source.basis ?? '按时钟推演，可复现'}`] : []),
    ],
  }
}

function periodWords(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3600) return `${Math.round(seconds / 60)} 分`
  return seconds < 86_400 ? `${Math.round(seconds / 3600)} 时` : `${Math.round(seconds / 86_400)} 天`
}

function definitionEntry(metric: MetricDefinition | undefined): SheetEntry[] {
  if (!metric) return []
  const { threshold } = metric
  return [
    {
      title: `${metric.label}${metric.unit === '' ? '' : `（${metric.unit}）`}`,
      lines: [
        metric.definition,
        ...(metric.formula === undefined ? [] : [`算法 ${metric.formula}`]),
        ...(threshold
          ? [
              `阈值 ${threshold.kind === 'min' ? '≥' : '≤'} ${threshold.value}${metric.unit} · ${BASIS[threshold.basis]}：${threshold.source}`,
            ]
          : []),
      ],
    },
  ]
}
