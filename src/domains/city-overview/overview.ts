import { definePanel } from '../../panel/define-panel'
import { cityOverview } from './resources'
import { LoadMap } from './views/LoadMap'

export const panels = [
  definePanel({
    id: 'city-map',
    title: '全域态势',
    dataset: cityOverview,
    metrics: ['town_load_ratio'],
    chrome: 'bare',
    onMap: true,
    View: LoadMap,
  }),
]
