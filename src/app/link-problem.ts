import { withParts } from '../config/link'
import { parseView, type FieldProblem, type View } from '../config/view'
import { words as link } from '../config/words'
import { words } from './words'

/** Nothing can be shown: which fields are wrong, and where a click leads out. */
export interface BootProblem {
  readonly title: string
  readonly problems: readonly FieldProblem[]
  /** `search` is a query with its question mark, or empty. */
  readonly exits: readonly { readonly label: string; readonly search: string }[]
  /** Set when the fault is of the network or the server, so that trying again may help. */
  readonly passing?: boolean
}

interface Named {
  readonly id: string
  readonly name: string
}

/** What a site has to offer, in its own order. */
export interface Offer {
  readonly cities: readonly Named[]
  readonly scenes: readonly Named[]
}

/** A link as far as a site can follow it, and what of it means nothing there. */
export interface ReadLink {
  readonly view: View
  readonly problems: readonly FieldProblem[]
}

/**
 * A wrong profile stops a wall, alone of all parts: another configuration may be another kind of data altogether, and nothing may be
 * shown in place of what was meant.
 */
export function wrongProfile(search: string): BootProblem | undefined {
  const { problems, wrong } = parseView(search)
  if (!wrong.includes('profile')) return undefined
  const exit = { label: words.exit.plain, search: withParts(search, { profile: null }) }
  return { title: words.link, problems, exits: [exit] }
}

/** Leaves out of a link what is wrong and what this site does not have: a wall with an old link shows its default and says so. */
export function readLink(search: string, { cities, scenes }: Offer): ReadLink {
  const { view, problems } = parseView(search)
  const { city, scene, region, ...rest } = view
  const has = (all: readonly Named[], id: string) => all.some((one) => one.id === id)
  const noCity = city !== undefined && !has(cities, city)
  const noScene = scene !== undefined && !has(scenes, scene)
  return {
    view: {
      ...rest,
      ...(scene !== undefined && !noScene && { scene }),
      ...(city !== undefined && !noCity && { city }),
      // The towns of a city that is not here are not those of the one shown in its place.
      ...(region !== undefined && !noCity && { region }),
    },
    problems: [
      ...problems,
      ...(noCity ? [{ field: link.parameter('city'), message: words.noCity(city) }] : []),
      ...(noScene ? [{ field: link.parameter('scene'), message: words.noScene(scene) }] : []),
    ],
  }
}
