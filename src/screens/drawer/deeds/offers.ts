import type { AppConfig } from '../../../config/app-config'
import { addressOf } from '../../../data/address'
import { actionsOf } from '../../../domains/registry-actions'
import { isFor, type Action, type Matter } from '../../../panel/action'
import type { Screen } from '../../../panel/screen-context'

/** An action that this site has a way for. */
export interface Offer {
  readonly action: Action
  /** What is opened in place of a request; null where one is sent. */
  readonly href: string | null
  /** The demo answers it. */
  readonly demo: boolean
}

type Known = Pick<Screen, 'config' | 'city' | 'region'>

/** Addresses that the demo answers. */
const DEMO = 'demo/'

/** What can be done about `target` of a domain, by the actions that it knows and the ways that the site has configured. */
export function offersFor(domain: string, matter: Matter, target: string, known: Known): readonly Offer[] {
  // Visitors look.
  if (known.config.audience === 'tour') return []
  return actionsOf(domain).flatMap((action) =>
    isFor(action, matter) ? (offerOf(action, target, known) ?? []) : [],
  )
}

function offerOf(action: Action, target: string, { config, city, region }: Known): Offer | null {
  const { act, link } = config.sources[action.id] ?? {}
  const url = action.body ? act?.url : link
  if (url === undefined || !isOf(city.id, url, config)) return null
  const demo = url.startsWith(DEMO)
  if (action.body) return { action, href: null, demo }
  const place = { city: city.id, code: city.code, region }
  const parts = url.includes('{id}') ? { id: target } : {}
  return { action, href: addressOf(url, action.id, place, parts), demo }
}

/** One address for several cities would act on the wrong one. */
const isOf = (city: string, url: string, { defaults }: AppConfig) =>
  city === defaults.city || url.includes('{city}')

/** Actions of a domain whose configuration is wrong, and how. */
export const wrongIn = (domain: string, matter: Matter, wrong: Readonly<Record<string, string>>) =>
  actionsOf(domain).flatMap((action) => {
    const why = wrong[action.id]
    return why !== undefined && isFor(action, matter) ? [{ action, why }] : []
  })
