import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { createServerTime } from '../data/transport/server-time'
import { createReaderThread } from '../data/reader-thread'
import { keepTrying } from '../lib/keep-trying'
import type { Site } from '../config/site'
import { offerOf, type BootResult } from './boot'
import { modeOf } from './mode'
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

/** Everything that is read passes here: parsed, masked, mapped and judged beside the picture. */
const startThread = () =>
  createReaderThread({
    startWorker: () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
  })

export function App({ result }: { readonly result: BootResult }) {
  return 'problem' in result ? <ProblemPage problem={result.problem} /> : <SiteScreen site={result.site} />
}

function SiteScreen({ site }: { readonly site: Site }) {
  const [client] = useState(createQueryClient)
  const [time] = useState(() =>
    createServerTime({ real: () => Date.now(), monotonic: () => performance.now() }),
  )
  const [mode] = useState(() => modeOf(site, time))
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
            mode={mode}
            startThread={startThread}
            time={time}
            shown={standing.shown}
            commands={commands}
          />
        ) : (
          <Diagnose
            site={site}
            request={mode.fetch}
            startThread={startThread}
            wallAddress={commands.wallAddress()}
          />
        )}
      </Suspense>
    </QueryClientProvider>
  )
}
