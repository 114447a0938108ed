import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createQueryClient } from '../../../../src/app/query-client'
import type { ExceptionItem } from '../../../../src/contract/exception'
import { queryOf } from '../../../../src/data/queries'
import { domains } from '../../../../src/domains/registry'
import { ScreenContext } from '../../../../src/panel/screen-context'
import { ExceptionsProvider } from '../../../../src/panel/use-exceptions'
import { Drawer } from '../../../../src/screens/drawer/Drawer'
import { sample } from '../../contract/sample'
import { NOW } from '../../data/feed-fixture'
import { screenAt } from '../../panel/screen'

const collecting = domains.find(({ collects }) => collects)?.document

const item = (domain: string, metric: string, no: number): ExceptionItem => ({
  id: `${metric}:${no}`,
  severity: 'major',
  domain,
  metric,
  subject: String(no),
  what: `${metric} 之 ${no}`,
  owner: '水务局',
  since: '2026-11-18T08:00:00+08:00',
  due: `2026-11-18T1${no}:00:00+08:00`,
  action: '派修',
})
const items = [
  item('hotline', 'hotline_overdue_open', 1),
  item('hotline', 'hotline_overdue_open', 2),
  item('hotline', 'hotline_repeated', 3),
  item('video', 'video_offline', 4),
]

/** What the drawer lists of `items`, and the head over it. */
function listed(open: string) {
  if (!collecting) throw new Error('no domain collects exceptions')
  const screen = screenAt(NOW)
  const client = createQueryClient()
  client.setQueryData(queryOf(screen, collecting, { region: null }).queryKey, {
    ...sample(),
    exceptions: items,
  })
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ScreenContext value={screen}>
        <ExceptionsProvider of={collecting}>
          <Drawer open={open} />
        </ExceptionsProvider>
      </ScreenContext>
    </QueryClientProvider>,
  )
  return {
    title: /<h3[^>]*>([^<]*)/.exec(html)?.[1],
    rows: [...html.matchAll(/<b>([^<]*)<\/b>/g)].map(([, said = '']) => said.replace(/^.* (?=\w+ 之)/, '')),
  }
}

it('all of what needs somebody, of a domain, or of the metrics of a panel', () => {
  const rows = items.map(({ what }) => what)
  expect(listed('list:open')).toEqual({ title: '需要处置 4', rows })
  expect(listed('list:open:hotline').rows).toEqual(rows.slice(0, 3))
  expect(listed('list:open:hotline_overdue_open,video_offline').rows).toEqual([
    ...rows.slice(0, 2),
    ...rows.slice(3),
  ])
})
