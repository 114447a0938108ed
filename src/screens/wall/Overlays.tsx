import type { ListedScene } from '../../config/site'
import { onDemand } from '../../panel/on-demand'
import { CityList } from './CityList'
import { DataHealth } from './DataHealth'
import { KeyLegend } from './KeyLegend'
import { LinkNotice } from './LinkNotice'
import { useWallStore } from './store'
import type { ScreenProps } from '../make-screen'

/** Only a demo loads it. It has its height of the wall: nothing is laid out before it is here. */
const clockStrip = onDemand(
  () => import('./ClockStrip').then(({ ClockStrip }) => ClockStrip),
  <i hidden data-state="loading" />,
)

/** What an operator can open over the wall, what it has to say of its link, and the clock of a demo. */
export function Overlays(props: ScreenProps & { readonly scenes: readonly ListedScene[] }) {
  const { open, close } = useWallStore()
  const { site, mode, shown, scenes, commands } = props
  const { problems, view } = shown
  return (
    <>
      {mode.day && !view.strip && <clockStrip.Part {...props} day={mode.day} />}
      {problems.length > 0 && <LinkNotice key={JSON.stringify(problems)} problems={problems} />}
      {open === 'health' && <DataHealth onClose={close} />}
      {open === 'cities' && (
        <CityList cities={site.cities} addressOf={commands.cityAddress} onClose={close} />
      )}
      {open === 'keys' && <KeyLegend scenes={scenes} onClose={close} />}
    </>
  )
}
