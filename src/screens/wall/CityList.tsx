import type { ListedCity } from '../../config/site'
import { useScreen } from '../../panel/screen-context'
import type { Commands } from '../commands'
import { LinkSheet } from '../../ui/LinkSheet'
import { words } from './cities-words'

/** Switching the city is another link: maps, sources and figures all change, so the page starts again. */
export function CityList({
  cities,
  addressOf,
  onClose,
}: {
  readonly cities: readonly ListedCity[]
  readonly addressOf: Commands['cityAddress']
  readonly onClose: () => void
}) {
  const { city } = useScreen()
  const links = cities.map(({ id, name, fault }) => ({
    label: fault === undefined ? name : words.faulty(name, fault),
    href: addressOf(id),
    current: id === city.id,
  }))
  return <LinkSheet title={words.change} links={links} onClose={onClose} />
}
