import type { CityConfig } from '../../config/city'
import { useWall } from '../../panel/wall-context'
import { LinkSheet } from '../../ui/LinkSheet'

/** Switching the city is another link: maps, sources and figures all change, so the page starts again. */
export function CityList({
  cities,
  onClose,
}: {
  readonly cities: readonly CityConfig[]
  readonly onClose: () => void
}) {
  const { city } = useWall()
  const links = cities.map(({ id, name }) => ({
    label: name,
    href: `?${withCity(window.location.search, id)}`,
    current: id === city.id,
  }))
  return <LinkSheet title="切换城市" links={links} onClose={onClose} />
}

function withCity(search: string, id: string): string {
  const params = new URLSearchParams(search)
  params.set('city', id)
  params.delete('region')
  return params.toString()
}
