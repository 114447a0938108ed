import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { createQueryClient } from '../../../src/app/query-client'
import { queryOf } from '../../../src/data/queries'
import { domains as all } from '../../../src/domains/registry'
import { createClock } from '../../../src/lib/clock'
import type { Panel } from '../../../src/panel/define-panel'
import { domainsIn } from '../../../src/panel/domain'
import { PanelHost } from '../../../src/panel/PanelHost'
import { FixedSize } from '../../../src/panel/room'
import { ScreenContext, type Screen } from '../../../src/panel/screen-context'
import { words } from '../../../src/panel/words'
import { ExceptionsProvider } from '../../../src/panel/use-exceptions'
import { metrics } from '../domains/documents'
import { config, type City } from './city'
import {
  deadEndsOf,
  figuresOf,
  glyphsOf,
  leadsOf,
  marksOf,
  type DrawnFigure,
  type DrawnLead,
} from './figures'
import { linesOf } from './markup'
import type { Setting } from './states'

const collecting = all.find(({ collects }) => collects)?.document

function screenOf({ city, map, nameOf }: City, { now, region, feed, sources }: Setting): Screen {
  return {
    config: { ...config, sources },
    city,
    region,
    regionName: nameOf(region),
    clock: createClock({ real: () => now, frozen: true }),
    feed,
    domains: domainsIn(all, Object.keys(sources)),
    metrics,
    faults: [],
    map,
    light: false,
    seed: 'golden',
    selectRegion: () => undefined,
    open: () => undefined,
    rules: {},
    goToScene: () => undefined,
    look: () => undefined,
  }
}

export interface Drawn {
  readonly state: string
  readonly lines: string[]
  readonly figures: readonly DrawnFigure[]
  readonly leads: readonly DrawnLead[]
  /** Numbers of the exceptions whose marks stand anywhere in the panel, once for each. */
  readonly marks: readonly string[]
  readonly glyphs: readonly string[]
  readonly deadEnds: readonly string[]
}

/** The panel as its host draws it on a wall of `city`: its state, and line by line what a person reads. */
export function drawn(city: City, panel: Panel, setting: Setting): Drawn {
  const screen = screenOf(city, setting)
  const client = createQueryClient()
  for (const { resource, region, document } of setting.answers)
    if (document) client.setQueryData(queryOf(screen, resource, { region }).queryKey, document)
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ScreenContext value={screen}>
        <FixedSize value={setting.size}>
          <ExceptionsProvider of={collecting}>
            <PanelHost panel={panel} area="a" />
          </ExceptionsProvider>
        </FixedSize>
      </ScreenContext>
    </QueryClientProvider>,
  )
  return {
    state: /data-state="([^"]+)"/.exec(html)?.[1] ?? '',
    figures: figuresOf(html),
    leads: leadsOf(html),
    marks: marksOf(html),
    glyphs: glyphsOf(html),
    deadEnds: deadEndsOf(html),
    // In every panel and state the same words about the same title.
    lines: linesOf(html).map((line) => line.replace(`‹${words.about(panel.title)}›`, 'ⓘ')),
  }
}
