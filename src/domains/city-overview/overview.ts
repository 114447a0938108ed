import { definePanel } from '../../panel/define-panel'
import { cityOverview } from './resources'
import { CityMapView } from './views/CityMapView'
import { words } from './words'

export const panels = [
  definePanel({
    id: 'city-map',
    title: words.title.map,
    dataset: cityOverview,
    metrics: ['town_load_ratio', 'hall_wait_ratio', 'town_offline_share'],
    chrome: 'bare',
    onMap: true,
    View: CityMapView,
  }),
]
