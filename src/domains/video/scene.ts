import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import { PublishedLedger } from '../../blocks/PublishedLedger'
import { Ageing } from './views/Ageing'
import { video as dataset } from './resources'
import { Faults } from './views/Faults'
import { FIGURES } from './views/figures'
import { Keys } from './views/Keys'
import { MapPanel } from './views/MapPanel'
import { More } from './views/More'
import { Near } from './views/Near'
import { Patrol } from './views/Patrol'
import { Pictures } from './views/Pictures'
import { Quality } from './views/Quality'
import { Sources } from './views/Sources'
import { Towns } from './views/Towns'
import { Trend } from './views/Trend'
import { Types } from './views/Types'
import { AtRest } from './views/AtRest'
import { words as door } from './door-words'
import { words as rest } from './rest-words'
import { words } from './words'

const RATES = ['video_online_rate_key', 'video_online_rate_sector'] as const

export const panels = [
  definePanel({
    id: 'video-keys',
    title: words.title.keys,
    dataset,
    metrics: [
      'video_offline',
      'video_online_rate',
      ...RATES,
      'video_dropped_today',
      'video_restored_today',
      'video_faults_open',
      'video_group_offline',
    ],
    chrome: 'bare',
    needs: ['offline'],
    View: Keys,
  }),
  definePanel({
    id: 'video-pictures',
    title: words.title.pictures,
    dataset,
    metrics: ['video_patrol_coverage'],
    View: Pictures,
  }),
  definePanel({
    id: 'video-sources',
    title: words.title.sources,
    dataset,
    metrics: [...RATES, 'video_offline'],
    needs: ['sources'],
    View: Sources,
  }),
  definePanel({
    id: 'video-types',
    title: words.title.types,
    dataset,
    metrics: ['video_type_offline'],
    needs: ['types'],
    View: Types,
  }),
  definePanel({
    id: 'video-faults',
    title: words.title.faults,
    dataset,
    metrics: ['video_faults_open', 'video_group_offline', ...RATES],
    needs: ['faults'],
    View: Faults,
  }),
  definePanel({
    id: 'video-ageing',
    title: words.title.ageing,
    dataset,
    metrics: ['video_fault_age', 'video_restored_today'],
    needs: ['ageing'],
    View: Ageing,
  }),
  definePanel({
    id: 'video-trend',
    title: words.title.trend,
    dataset,
    metrics: ['video_online_rate'],
    needs: ['trend'],
    View: Trend,
  }),
  definePanel({
    id: 'video-patrol',
    title: words.title.patrol,
    dataset,
    metrics: ['video_patrol_coverage'],
    needs: ['patrol'],
    View: Patrol,
  }),
  definePanel({
    id: 'video-quality',
    title: words.title.quality,
    dataset,
    metrics: ['video_intact_rate', 'video_label_rate', 'video_record_rate'],
    needs: ['quality'],
    View: Quality,
  }),
  definePanel({
    id: 'video-towns',
    title: words.title.towns,
    dataset,
    metrics: ['video_town_offline'],
    needs: ['towns'],
    View: Towns,
  }),
  definePanel({
    id: 'video-more',
    title: words.title.more,
    dataset,
    metrics: [
      ...RATES,
      'video_online_rate',
      'video_town_offline',
      'video_type_offline',
      'video_fault_age',
      'video_intact_rate',
      'video_label_rate',
      'video_record_rate',
      'video_patrol_coverage',
    ],
    needs: ['sources'],
    View: More,
  }),
  definePanel({
    id: 'video-scene',
    title: words.title.near,
    dataset,
    metrics: ['video_group_offline', ...RATES],
    View: Near,
  }),
  definePanel({
    id: 'video-map',
    title: door.title,
    dataset,
    metrics: ['video_channels', 'video_offline', 'video_group_offline'],
    onMap: true,
    needs: ['offline'],
    View: MapPanel,
  }),
  definePanel({
    id: 'video-published',
    title: words.title.published,
    dataset,
    metrics: FIGURES,
    facts: FactsChip,
    Standing: PublishedLedger,
  }),
  definePanel({
    id: 'video-rest',
    title: rest.title,
    dataset,
    metrics: [
      'video_offline',
      'video_online_rate',
      'video_patrol_coverage',
      'video_online_rate_key',
      'video_online_rate_sector',
    ],
    needs: ['offline'],
    View: AtRest,
  }),
]
