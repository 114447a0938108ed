import { countText, rateText } from '../../../lib/format'
import { groupsText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { usePanel } from '../../../panel/panel-scope'
import { BY, partCalled } from '../../../panel/rows-link'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { StateGlyph } from '../../../ui/StateGlyph'
import layout from './layout.module.css'
import styles from './Mount.module.css'
import type { CatalogueClass, DataDocument, DataOperation } from '../contract'
import { words as counted } from '../summary-words'
import { words } from '../words'
import { MetricTrack } from '../../../blocks/Track'
import { useScope } from './use-scope'

/** Scale of the mount rates: the lowest target is 60. */
const FROM = 40

/** The catalogue by class: entries, how many of them carry data, and the rate against the class's own target. */
export function Mount({ document, operation }: ViewProps<DataDocument, 'catalogue'>) {
  const scope = useScope(operation.scope)
  const { entries, unmounted, rate, classes, assumedSplit } = operation.catalogue
  const clashes = document.contradictions
    .filter((c) => c.metrics.includes('data_mount_rate'))
    .map((c) => <Clash key={c.id} statements={c.statements.map((s) => groupsText(s.value))} />)
  if (!classes)
    return (
      <div className={styles.plain}>
        <FigureGrid
          items={[
            { metric: 'data_unmounted', measure: unmounted, label: words.mount.unmounted(scope) },
            { metric: 'data_catalog_total', measure: entries, label: words.mount.entries(scope) },
            { metric: 'data_mount_rate', measure: rate, label: words.mount.rate },
          ]}
        />
        {clashes}
      </div>
    )
  return (
    <div className={styles.box}>
      <Head catalogue={operation.catalogue} scope={scope} />
      <div className={styles.list}>
        <LabelRow note={words.mount.legend}>{words.mount.classes(assumedSplit ?? false)}</LabelRow>
        <ul className={styles.classes}>
          {classes.map((c) => (
            <ClassRow key={c.id} row={c} unit={entries.unit} />
          ))}
        </ul>
      </div>
      {clashes}
    </div>
  )
}

interface HeadProps {
  readonly catalogue: NonNullable<DataOperation['catalogue']>
  readonly scope: string
}

/** How many entries carry no data, of how many. */
function Head({ catalogue: { entries, unmounted, rate }, scope }: HeadProps) {
  return (
    <div className={`${layout.figures} ${styles.head}`}>
      {unmounted ? (
        <MetricFigure
          metric="data_unmounted"
          measure={unmounted}
          size="key"
          label={words.mount.unmounted(scope)}
        />
      ) : (
        <MetricFigure
          metric="data_catalog_total"
          measure={entries}
          size="key"
          label={words.mount.entries(scope)}
        />
      )}
      <div className={layout.side}>
        {unmounted && (
          <p>
            <Sentence
              of={words.mount.total(
                <Figure metric="data_catalog_total" value={entries.value} />,
                entries.unit,
              )}
            />
          </p>
        )}
        {rate && (
          <p>
            <Sentence
              of={words.mount.rateOf(
                <Figure metric="data_mount_rate" value={rate.value} as="rate" unit="%" />,
              )}
            />
          </p>
        )}
      </div>
    </div>
  )
}

function ClassRow({ row, unit }: { readonly row: CatalogueClass; readonly unit: string }) {
  const linkOf = useRowsLink('data_unmounted')
  const left = row.entries - row.mounted
  return (
    <li>
      <RowLead
        to={linkOf(row.id === 'rest' ? [BY, 'class'] : partCalled('class', row.name, counted.noClass))}
        className={styles.row}
        count={left}
      >
        <span className={styles.name}>{row.name}</span>
        <span className={styles.entries}>
          {countText(row.entries)} {unit}
        </span>
        <MetricTrack metric={row.metric} value={row.rate} from={FROM} />
        <Figure metric={row.metric} value={row.rate} className={styles.rate}>
          {rateText(row.rate)}%
        </Figure>
        <span className={styles.left}>{left}</span>
      </RowLead>
    </li>
  )
}

/** Two statements of the city's own report that cannot both hold: printed where the figure stands, opened in full by ⓘ. */
function Clash({ statements }: { readonly statements: readonly string[] }) {
  const { openInfo } = usePanel()
  return (
    <button type="button" className={styles.clash} onClick={openInfo}>
      <StateGlyph glyph="clash" />
      {words.mount.clash(statements)}
    </button>
  )
}
