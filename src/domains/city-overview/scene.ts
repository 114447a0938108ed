import { definePanel } from '../../panel/define-panel'
import { PublishedLedger } from '../../blocks/PublishedLedger'
import { cityOverview } from './resources'
import { VideoMap } from './views/VideoMap'

export const panels = [
  definePanel({
    id: 'city-map-video',
    title: '视频分布',
    dataset: cityOverview,
    metrics: ['town_offline_share'],
    chrome: 'bare',
    onMap: true,
    needs: ['towns'],
    View: VideoMap,
  }),
  definePanel({
    id: 'city-published',
    title: '其他领域公布数字',
    dataset: cityOverview,
    metrics: [],
    facts: true,
    Standing: PublishedLedger,
  }),
]
