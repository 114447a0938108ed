import { Sheet } from '../../../ui/Sheet'
import { words } from '../words'
import type { MeasuredTown } from './measures'

interface AllDeviantsProps {
  readonly towns: readonly MeasuredTown[]
  readonly onSelect: (code: string) => void
  readonly onClose: () => void
}

/** All towns outside their own usual range in pages, for a list beside the map that shows only the first. */
export function AllDeviants({ towns, onSelect, onClose }: AllDeviantsProps) {
  const entries = towns.map(({ code, name, count, low, high }) => ({
    title: words.deviant(name, count ?? 0, low, high),
    lines: [],
    onOpen: () => onSelect(code),
  }))
  return <Sheet title={words.deviants(towns.length)} entries={entries} perPage={10} onClose={onClose} />
}
