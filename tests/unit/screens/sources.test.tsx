import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import { sourceConfig } from '../../../src/config/source'
import type { Site } from '../../../src/config/site'
import { domains } from '../../../src/domains/registry'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { domainsIn } from '../../../src/panel/domain'
import { ScreenContext } from '../../../src/panel/screen-context'
import { Diagnose } from '../../../src/screens/diagnose/Diagnose'
import { DataHealth } from '../../../src/screens/wall/DataHealth'
import { screenAt } from '../panel/screen'

const ABOUT = { name: '某系统', owner: '区政数局', cadenceSeconds: 60 }
const poll = (url: string) => ({ url, everyMs: 5000 })
const read = (url: string) => sourceConfig.parse({ poll: poll(url), about: ABOUT })
const derived = sourceConfig.parse({ derive: {} })

/** Videos have no document of their own, only records. */
const sources = {
  exceptions: derived,
  'video.camera': sourceConfig.parse({ poll: poll('api/cameras'), about: ABOUT, records: {} }),
  hotline: read('api/hotline'),
  'city-overview': derived,
  'service-hall': read('api/halls'),
}

const screen = screenAt(Date.parse('2026-11-22T10:00:00+08:00'), {
  domains: domainsIn(domains, Object.keys(sources)),
})
const shown = { ...screen, config: { ...screen.config, sources } }

const wall = (part: ReactNode) =>
  renderToStaticMarkup(
    <QueryClientProvider client={createQueryClient()}>
      <ScreenContext value={shown}>{part}</ScreenContext>
    </QueryClientProvider>,
  )

const site: Site = {
  view: {},
  config: shown.config,
  wrongSources: {},
  city: shown.city,
  cities: [],
  scenes: { list: () => [], subscribe: () => () => undefined, want: () => undefined },
  metrics: {},
  calendar: PLAIN_CALENDAR,
  rules: {},
  faults: [],
}

const diagnosis = () =>
  renderToStaticMarkup(
    <Diagnose
      site={site}
      mode={{ fetch: async () => new Response() }}
      shown={{ problems: [{ field: '网址参数 scence', message: '没有这个参数' }] }}
      startThread={() => {
        throw new Error('nothing is read before the first picture')
      }}
      commands={{ wallAddress: () => '/' }}
    />,
  )

it('the data health and the diagnosis list the same sources in the same order, and say of both what is put together', () => {
  const listed = [...diagnosis().matchAll(/data-source="([^"]+)" data-way="([^"]+)".*?<\/li>/g)]
  const ids = listed.map(([, id]) => id)
  expect(new Set(ids)).toEqual(new Set(domains.map(({ id }) => id)))
  expect(ids).toHaveLength(domains.length)
  const sheet = wall(<DataHealth onClose={() => undefined} />)
  const entries = sheet.split('<li').slice(1)
  const named = entries.map((entry) => /<b>.*?([a-z-]+) · /.exec(entry)?.[1])
  // The sheet shows four to a page; what is not connected comes first in both.
  const connected = ids.filter((id) => id !== undefined && id !== 'data-aggregation')
  expect(named).toEqual(connected.slice(0, named.length))
  expect(named.slice(0, 4)).toEqual(['exceptions', 'video', 'hotline', 'city-overview'])
  const together = (texts: readonly string[]) => texts.map((text) => text.includes('汇总'))
  expect(together(entries)).toEqual([true, false, false, true])
  const lines = new Map(listed.map(([line, id]) => [id, line]))
  expect(together(named.map((id) => lines.get(id) ?? ''))).toEqual([true, false, false, true])
})

it('the diagnosis lists what of the link means nothing here', () => {
  expect(diagnosis()).toContain('<b>!</b><span>网址参数 scence</span><span>没有这个参数</span>')
})
