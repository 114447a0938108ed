import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import { PublishedLedger } from '../../blocks/PublishedLedger'
import { cityOverview } from './resources'
import { words as towns } from './towns-words'
import { Towns } from './views/Towns'
import { VideoMap } from './views/VideoMap'
import { words } from './words'

export const panels = [
  definePanel({
    id: 'city-map-video',
    title: words.title.video,
    dataset: cityOverview,
    metrics: ['town_offline_share'],
    chrome: 'bare',
    onMap: true,
    needs: ['towns'],
    View: VideoMap,
  }),
  definePanel({
    id: 'city-towns',
    title: towns.title,
    dataset: cityOverview,
    metrics: ['town_load_ratio'],
    needs: ['towns'],
    View: Towns,
  }),
  definePanel({
    id: 'city-published',
    title: words.title.published,
    dataset: cityOverview,
    metrics: [],
    facts: FactsChip,
    Standing: PublishedLedger,
  }),
]
