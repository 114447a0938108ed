import { definePanel } from '../../panel-kit/define-panel'
import { cityOverview } from './dataset'
import { LoadMap, VideoMap } from './maps'

export const panels = [
  definePanel({
    id: 'city-map',
    title: '全域态势',
    dataset: cityOverview,
    metrics: ['town_load_ratio'],
    chrome: 'bare',
    View: LoadMap,
  }),
  definePanel({
    id: 'city-map-video',
    title: '视频分布',
    dataset: cityOverview,
    metrics: ['town_offline_share'],
    chrome: 'bare',
    View: VideoMap,
  }),
]
