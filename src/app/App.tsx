import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Site } from '../config/site'
import type { ReaderThread } from '../data/reader-thread'
import { offerOf } from './boot'
import type { BootProblem } from './link-problem'
import type { Mode } from './mode'
import { createNavigation } from './navigation'
import { ProblemPage } from './ProblemPage'
import { createQueryClient } from './query-client'
import type { Screen as ScreenCode } from './screen'

/** All that stands before the first picture: the site, how it runs, and the code of its screen. */
export interface Started {
  readonly site: Site
  readonly mode: Mode
  readonly Screen: ScreenCode
  /** Everything that is read passes there: parsed, masked, mapped and judged beside the picture. */
  readonly startThread: () => ReaderThread
}

export function App({ start }: { readonly start: Started | { readonly problem: BootProblem } }) {
  return 'problem' in start ? <ProblemPage problem={start.problem} /> : <SiteScreen {...start} />
}

function SiteScreen({ site, mode, Screen, startThread }: Started) {
  const [client] = useState(createQueryClient)
  const [navigation] = useState(() =>
    createNavigation({ address: window, defaults: site.config.defaults, offer: offerOf(site.config) }),
  )
  const shown = useSyncExternalStore(navigation.subscribe, navigation.shown)
  const { day } = mode
  useEffect(() => day?.drive(client), [day, client])
  useEffect(() => day?.follow(shown.view), [day, shown])
  return (
    <QueryClientProvider client={client}>
      <Screen
        site={site}
        mode={mode}
        startThread={startThread}
        shown={shown}
        commands={navigation.commands}
      />
    </QueryClientProvider>
  )
}
