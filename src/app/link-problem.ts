import { withCity, withParts } from '../config/link'
import { parseView, type FieldProblem, type View } from '../config/view'
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

/** A link whose every part is understood, or the page that names the parts that are not. */
export function readLink(search: string): { readonly view: View } | { readonly problem: BootProblem } {
  const { view, problems, wrong } = parseView(search)
  if (problems.length === 0) return { view }
  const rest = withParts(search, Object.fromEntries(wrong.map((part) => [part, null])))
  const label = words.exit.without(wrong.length)
  return { problem: { title: words.link, problems, exits: [{ label, search: rest }] } }
}

/** What is wrong with a link that names a city or a scene this site does not have; every exit keeps the rest of the link. */
export function notOffered(
  search: string,
  { city, scene }: { readonly city: string; readonly scene: string | undefined },
  { cities, scenes }: Offer,
): BootProblem | undefined {
  const ids = (all: readonly Named[]) => all.map(({ id }) => id)
  if (!ids(cities).includes(city))
    return {
      title: words.noCity(city),
      problems: [{ field: 'city', message: words.choose(ids(cities)) }],
      exits: cities.map(({ id, name }) => ({ label: name, search: withCity(search, id) })),
    }
  if (scene !== undefined && !ids(scenes).includes(scene))
    return {
      title: words.noScene(scene),
      problems: [{ field: 'scene', message: words.choose(ids(scenes)) }],
      exits: scenes.map(({ id, name }) => ({ label: name, search: withParts(search, { scene: id }) })),
    }
  return undefined
}
