import type { CityDocument } from '../contract/document'
import type { DataFault } from '../data/data-fault'
import { Sheet, type SheetEntry } from '../ui/Sheet'
import { clashWords } from './clash-words'
import { rowWords } from './row-words'
import type { Panel } from './define-panel'
import { useScreen } from './screen-context'
import type { MetricDefinition } from '../config/metrics'
import { words } from './sheet-words'
import { usualWords } from './usual-words'

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
  const { metrics } = useScreen()
  const entries: SheetEntry[] = [
    ...(document ? [sourceEntry(document)] : []),
    ...(fault ? [{ title: words.lastRead, lines: [fault.message] }] : []),
    // What the figures lack comes before what they mean.
    ...(document ? rowWords(document) : []).filter(({ lines }) => lines.length > 0),
    ...usualWords(document?.operation),
    ...panel.metrics.flatMap((id) => definitionEntry(metrics[id])),
    ...(document?.clashes ?? []).map((c) => ({
      title: words.clash(c.kind, c.title ?? c.part),
      lines: [clashWords(c)],
    })),
    ...(document?.contradictions ?? []).map((c) => ({
      title: words.clash(c.id, c.title),
      lines: [
        ...c.statements.map((s) => words.statement(s.label, s.value, s.fact)),
        words.arithmetic(c.arithmetic),
      ],
    })),
    ...(document?.published ?? [])
      // A ledger shows what fits and says how many more there are: this is where the rest is read.
      .filter((f) => panel.standing || panel.rail.includes(f.metric) || panel.metrics.includes(f.metric))
      .map((f) => ({
        title: `${f.label} · ${f.printed.lead}${f.printed.figure}${f.printed.tail}`,
        lines: [
          words.document(
            document?.document?.issuer ?? '',
            document?.document?.title ?? '',
            document?.document?.published ?? '',
          ),
          [f.period, f.comparison, f.definition, f.id].filter((part) => part !== null).join(' · '),
        ],
      })),
  ]
  return <Sheet title={words.title(panel.title)} entries={entries} onClose={onClose} />
}

function sourceEntry({ source, asOf, parts = {} }: CityDocument): SheetEntry {
  return {
    title: words.source(source.name),
    lines: [
      words.owner(source.owner, periodWords(source.cadenceSeconds), asOf.slice(0, 16).replace('T', ' ')),
      ...Object.entries(parts).map(([part, { asOf: at, cadenceSeconds = source.cadenceSeconds }]) =>
        words.part(part, periodWords(cadenceSeconds), at.slice(0, 16).replace('T', ' ')),
      ),
      ...(source.simulated ? [words.simulated(source.basis ?? words.byClock)] : []),
    ],
  }
}

function periodWords(seconds: number): string {
  if (seconds < 60) return words.period.seconds(seconds)
  if (seconds < 3600) return words.period.minutes(Math.round(seconds / 60))
  return seconds < 86_400
    ? words.period.hours(Math.round(seconds / 3600))
    : words.period.days(Math.round(seconds / 86_400))
}

function definitionEntry(metric: MetricDefinition | undefined): SheetEntry[] {
  if (!metric) return []
  const { threshold } = metric
  return [
    {
      title: words.label(metric.label, metric.unit),
      lines: [
        metric.definition,
        ...(metric.formula === undefined ? [] : [words.formula(metric.formula)]),
        ...(threshold
          ? [
              words.threshold(
                threshold.kind === 'min' ? '≥' : '≤',
                `${threshold.value}${metric.unit}`,
                words.basis[threshold.basis],
                threshold.source,
              ),
            ]
          : []),
      ],
    },
  ]
}
