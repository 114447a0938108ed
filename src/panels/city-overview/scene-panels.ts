import { definePanel } from '../../panel-kit/define-panel'
import { PublishedLedger } from '../../panel-kit/PublishedLedger'
import { cityOverview } from './dataset'
import { VideoMap } from './VideoMap'

export const panels = [
  definePanel({
    id: 'city-map-video',
    title: '视频分布',
    dataset: cityOverview,
    metrics: ['town_offline_share'],
    chrome: 'bare',
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
