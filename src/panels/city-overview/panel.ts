import { definePanel } from '../../panel-kit/define-panel'
import { cityOverview } from './dataset'
import { LoadMap } from './LoadMap'

export const panels = [
  definePanel({
    id: 'city-map',
    title: '全域态势',
    dataset: cityOverview,
    metrics: ['town_load_ratio'],
    chrome: 'bare',
    View: LoadMap,
  }),
]
