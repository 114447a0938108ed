import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import type { ChartProps } from '../../../src/charts/Chart'
import type { FormData } from '../../../src/charts/form-table'
import type { CityDocument } from '../../../src/contract/document'
import { keyOf } from '../../../src/data/feed'
import { ANSWER } from '../../../src/data/queries'
import type { Panel, Size } from '../../../src/panel/define-panel'
import { PanelHost } from '../../../src/panel/PanelHost'
import { FixedSize } from '../../../src/panel/room'
import { ScreenContext } from '../../../src/panel/screen-context'
import { look } from '../charts/table'
import { openHere, shippedFile } from '../map/here'
import { screenAt } from '../panel/screen'
import { documents, judged, metrics, NOW, panels } from './documents'
import { optionalParts, remove } from './optional-parts'

/** A card and a 32:9 module, in u. */
const SIZES = [
  { width: 408, height: 300 },
  { width: 912, height: 420 },
]
const room = vi.hoisted(() => ({ width: 0 }))

// Nothing is laid out in Node: a panel is given its room by hand, and a chart is built and not drawn.
vi.mock('../../../src/charts/Chart', async () => {
  const { allForms } = await import('../../../src/charts/form-table')
  const FORMS = await allForms()
  return {
    Chart: <Name extends keyof FormData>({ label, data, form }: ChartProps<Name>) => {
      FORMS[form](data, look(room.width, 200))
      return <div data-chart>{label}</div>
    },
  }
})

/** Draws a panel in a room of `size`. */
type Draw = (panel: Panel, size: Size) => string

/** A live wall whose sources have just answered, one of them with `document`. */
function screenWith(document: CityDocument): Draw {
  const client = createQueryClient()
  for (const [id, other] of documents)
    client.setQueryData(
      [ANSWER, 'baiyun', id, keyOf(id, { region: null })],
      document.contract === other.contract ? document : other,
    )
  const screen = screenAt(NOW, { metrics, map })
  return (panel, size) => {
    room.width = size.width
    return renderToStaticMarkup(
      <QueryClientProvider client={client}>
        <ScreenContext value={screen}>
          <FixedSize value={size}>
            <PanelHost panel={panel} area="a" />
          </FixedSize>
        </ScreenContext>
      </QueryClientProvider>,
    )
  }
}

/** What `panel` looks like in a narrow card and in a wide module. */
const drawn = (draw: Draw, panel: Panel): string[] => SIZES.map((size) => draw(panel, size))

const stateOf = (html: string) => /data-state="([^"]+)"/.exec(html)?.[1]
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ')

const map = {
  map: await openHere(shippedFile('baiyun')),
  fault: undefined,
  failures: 0,
  retry: () => undefined,
}

const FRESH = /^(live|late)$/
/** What stands on a wall when code reads something that is not there. */
const HOLES = /undefined|NaN|Infinity|null|\[object/

/** The document without one part; null where this moment has none to take away (a comparison nobody makes). */
function without(document: CityDocument, part: string): CityDocument | null {
  const copy = structuredClone(document)
  return remove(copy.operation, part) === 0 ? null : copy
}

const operational = panels.filter((panel) => !panel.standing)
const cases = [...documents].flatMap(([id, document]) => {
  const own = operational.filter((panel) => panel.dataset.id === id)
  const parts = optionalParts(id).filter((part) => without(document, part) !== null)
  return own.length === 0 || parts.length === 0 ? [] : [{ id, document, own, parts }]
})

it('the cases cover every domain and most of its contract', () => {
  expect(cases.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['hotline', 'video', 'service-hall', 'data-aggregation', 'city-overview']),
  )
  expect(cases.flatMap(({ parts }) => parts).length).toBeGreaterThan(150)
  for (const { own, parts } of cases)
    for (const { id, needs } of own) expect(parts, id).toEqual(expect.arrayContaining([...needs]))
})

describe.each(cases)('$id', ({ id, document, own, parts }) => {
  it('is drawn by every panel where the source knows everything', () => {
    const draw = screenWith(document)
    for (const panel of own)
      for (const html of drawn(draw, panel)) {
        expect(stateOf(html), panel.id).toMatch(FRESH)
        expect(wordsOf(html), panel.id).not.toMatch(HOLES)
      }
  })

  it.each(parts)('without %s still stands', (part) => {
    const partial = without(document, part)
    if (!partial) throw new Error('unreachable')
    expect(judged(id, partial).operation).toEqual(partial.operation)
    const draw = screenWith(partial)
    for (const panel of own)
      for (const html of drawn(draw, panel))
        if (panel.needs.includes(part)) {
          expect(stateOf(html), panel.id).toBe('not-connected')
          expect(wordsOf(html), panel.id).toContain(`数据源未提供 operation.${part}`)
          // Never a 0 in its place; what the city published stays.
          expect(html.replaceAll(/<[^>]+data-fact[^>]+>/g, ''), panel.id).not.toMatch(
            /data-metric|data-chart/,
          )
        } else {
          expect(stateOf(html), panel.id).toMatch(FRESH)
          expect(wordsOf(html), panel.id).not.toMatch(HOLES)
        }
  })

  it.each(own)('$id stands with the least it needs', (panel) => {
    const least = { ...document, operation: pick(document.operation, panel.needs) }
    for (const html of drawn(screenWith(least), panel)) {
      expect(stateOf(html)).toMatch(FRESH)
      expect(wordsOf(html)).not.toMatch(HOLES)
      // A panel of records says that it reads them: a document has none.
      expect(html).toMatch(/data-metric|data-chart|<li|data-map|data-reading/)
    }
  })
})

function pick(operation: unknown, keys: readonly string[]): object {
  const all = Object.entries(typeof operation === 'object' && operation !== null ? operation : {})
  return Object.fromEntries(all.filter(([key]) => keys.includes(key)))
}
