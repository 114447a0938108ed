import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { parseTime } from '../lib/calendar'
import { createServerTime, type ServerTime } from '../data/transport/server-time'
import { keepTrying } from '../lib/keep-trying'
import { createClock } from '../lib/clock'
import type { Site } from '../config/site'
import { offerOf, type BootResult } from './boot'
import { createNavigation } from './navigation'
import { ProblemPage } from './ProblemPage'
import { createQueryClient } from './query-client'

const screen = keepTrying(() => import('../screens/wall/Wall'))
const Wall = lazy(() => screen.then(({ Wall: component }) => ({ default: component })))

const Diagnose = lazy(() =>
  keepTrying(() => import('../screens/diagnose/Diagnose')).then(({ Diagnose: component }) => ({
    default: component,
  })),
)

const request: typeof globalThis.fetch = (input, init) => fetch(input, init)

/** `date` + `at` freeze the clock; without them the demo runs with real time, and a live wall with the server's. */
function clockOf({ view, config }: Site, time: ServerTime) {
  const real = () => Date.now() + (config.mode === 'live' ? time.offsetMs() : 0)
  if (view.date === undefined && view.at === undefined) {
    return createClock({ real, speed: config.mode === 'demo' ? (view.speed ?? 1) : 1 })
  }
  const day = view.date ?? new Date(real() + 8 * 3_600_000).toISOString().slice(0, 10)
  return createClock({ real, start: parseTime(`${day}T${view.at ?? '10:42'}:00+08:00`), frozen: true })
}

export function App({ result }: { readonly result: BootResult }) {
  return 'problem' in result ? <ProblemPage problem={result.problem} /> : <SiteScreen site={result.site} />
}

function SiteScreen({ site }: { readonly site: Site }) {
  const [client] = useState(createQueryClient)
  const [time] = useState(() =>
    createServerTime({ real: () => Date.now(), monotonic: () => performance.now() }),
  )
  const [clock] = useState(() => clockOf(site, time))
  const [navigation] = useState(() =>
    createNavigation({ address: window, defaults: site.config.defaults, offer: offerOf(site.config) }),
  )
  const standing = useSyncExternalStore(navigation.subscribe, navigation.standing)
  if ('problem' in standing) return <ProblemPage problem={standing.problem} />
  const { commands } = navigation
  return (
    <QueryClientProvider client={client}>
      <Suspense>
        {site.view.diagnose === undefined ? (
          <Wall
            site={site}
            clock={clock}
            time={time}
            shown={standing.shown}
            request={request}
            commands={commands}
          />
        ) : (
          <Diagnose site={site} request={request} wallAddress={commands.wallAddress()} />
        )}
      </Suspense>
    </QueryClientProvider>
  )
}
