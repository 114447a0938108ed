import { useEffect } from 'react'
import { actionOf } from '../../../contract/resource'
import { actBy } from '../../../data/act'
import { domainOf } from '../../../data/record-sources'
import { pageTimers } from '../../../data/transport/timers'
import { isoTime } from '../../../lib/calendar'
import { newKey } from '../../../lib/new-key'
import type { Action, Matter } from '../../../panel/action'
import { useScreen, type Screen } from '../../../panel/screen-context'
import { bodyOf } from './body'
import { carryOut } from './doing'
import { isOpen, type Deed } from './kept'
import { useDeeds } from './store'

interface Doing {
  readonly begin: (action: Action, target: string, matter: Matter, reason: string | null) => void
  /** Asks for it again under the key it has. */
  readonly again: (deed: Deed) => void
}

/** How things are done from this screen. What a page before this one left open is asked for again under its key. */
export function useDoing(): Doing {
  const screen = useScreen()
  const { city, clock, feed, domains, config } = screen
  useEffect(() => {
    for (const deed of useDeeds.getState().deeds)
      if (deed.city === city.id && isOpen(deed)) start(deed, { feed, domains, config })
  }, [city, feed, domains, config])
  return {
    begin: (action, target, matter, reason) =>
      start(
        {
          key: newKey(),
          action: action.id,
          city: city.id,
          target,
          body: bodyOf(action, matter, reason),
          pressedAt: isoTime(clock.now()),
          state: 'asking',
          at: null,
          message: null,
        },
        screen,
      ),
    again: (deed) => start(deed, screen),
  }
}

type Ways = Pick<Screen, 'feed' | 'domains' | 'config'>

function start(deed: Deed, { feed, domains, config }: Ways): void {
  const own = domainOf(deed.action)
  void carryOut(deed, {
    act: ({ action, target, body, key }) =>
      actBy(feed, actionOf({ id: action }), { region: null, parts: { id: target } }, body, key),
    put: useDeeds.getState().put,
    done({ at }) {
      // As if the source had said itself that it changed; so does what is put together from it by a source of its own.
      const others = domains.documents.filter(
        ({ id, derivation }) => derivation !== null && config.sources[id]?.poll,
      )
      for (const id of [own, ...others.map((document) => document.id)]) feed.hints.mark(id, at ?? undefined)
    },
    timers: pageTimers,
  })
}
