import { useEffect, useState } from 'react'
import type { ListedScene } from '../../config/site'
import { useScreen } from '../../panel/screen-context'
import { useDocuments } from '../../panel/use-documents'
import type { Commands } from '../commands'

/** Tells which domains the city does not have, as their ids by a space, whenever that changes. Draws nothing. */
export function Absences({ onChange }: { readonly onChange: (absent: string) => void }) {
  const absent = useDocuments(useScreen().domains.documents)
    .filter(({ document }) => document?.absence?.kind.startsWith('not-'))
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => onChange(absent), [absent, onChange])
  return null
}

const standsWithout = ({ file }: ListedScene) =>
  file !== undefined && 'absent' in file && file.absent !== undefined

/**
 * The scenes of a city without the domains `absent`: a scene about one of them is none, unless its file says what stands there then.
 * `missing` is the one that was asked for and is not among them; the first stands in its place.
 */
export function offeredIn(scenes: readonly ListedScene[], absent: string, asked: string) {
  const lacking = absent.split(' ')
  const has = (scene: ListedScene) => !lacking.includes(scene.dataset ?? '-') || standsWithout(scene)
  const some = scenes.filter(has)
  const offered = some.length === 0 ? scenes : some
  const wanted = scenes.find(({ id }) => id === asked) ?? scenes[0]
  const missing = wanted && !offered.includes(wanted) ? wanted : undefined
  return { offered, scene: missing ? offered[0] : wanted, missing }
}

/** The scenes of the shown city, which the keys go through as well; `setAbsent` is told by `Absences`. */
export function useOffered(scenes: readonly ListedScene[], asked: string, commands: Commands) {
  const [absent, setAbsent] = useState('')
  const now = offeredIn(scenes, absent, asked)
  const ids = now.offered.map(({ id }) => id).join(' ')
  useEffect(() => commands.offerScenes(ids.split(' ')), [commands, ids])
  return { ...now, absent, setAbsent }
}
