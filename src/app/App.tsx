import { QueryClientProvider } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { Site } from '../config/site'
import { createReaderThread } from '../data/reader-thread'
import { offerOf } from './boot'
import type { BootProblem } from './link-problem'
import type { Mode } from './mode'
import { createNavigation } from './navigation'
import { ProblemPage } from './ProblemPage'
import { createQueryClient } from './query-client'
import type { Screen as ScreenCode } from './screen'

/** Everything that is read passes here: parsed, masked, mapped and judged beside the picture. */
const startThread = () =>
  createReaderThread({
    startWorker: () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
  })

/** All that stands before the first picture: the site, how it runs, and the code of its screen. */
export interface Started {
  readonly site: Site
  readonly mode: Mode
  readonly Screen: ScreenCode
}

export function App({ start }: { readonly start: Started | { readonly problem: BootProblem } }) {
  return 'problem' in start ? <ProblemPage problem={start.problem} /> : <SiteScreen {...start} />
}

function SiteScreen({ site, mode, Screen }: Started) {
  const [client] = useState(createQueryClient)
  const [navigation] = useState(() =>
    createNavigation({ address: window, defaults: site.config.defaults, offer: offerOf(site.config) }),
  )
  const standing = useSyncExternalStore(navigation.subscribe, navigation.standing)
  if ('problem' in standing) return <ProblemPage problem={standing.problem} />
  return (
    <QueryClientProvider client={client}>
      <Screen
        site={site}
        mode={mode}
        startThread={startThread}
        shown={standing.shown}
        commands={navigation.commands}
      />
    </QueryClientProvider>
  )
}
