import { definePanel } from '../../panel/define-panel'
import { PublishedLedger } from '../../blocks/PublishedLedger'
import { Ageing } from './views/Ageing'
import { video as dataset } from './resources'
import { Faults } from './views/Faults'
import { FIGURES } from './views/figures'
import { Keys } from './views/Keys'
import { Patrol } from './views/Patrol'
import { Quality } from './views/Quality'
import { Sources } from './views/Sources'
import { Towns } from './views/Towns'
import { Trend } from './views/Trend'
import { Types } from './views/Types'

const RATES = ['video_online_rate_key', 'video_online_rate_sector'] as const

export const panels = [
  definePanel({
    id: 'video-keys',
    title: '视频感知要点',
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
    id: 'video-sources',
    title: '来源在线',
    dataset,
    metrics: [...RATES, 'video_offline'],
    needs: ['sources'],
    View: Sources,
  }),
  definePanel({
    id: 'video-types',
    title: '设备类型',
    dataset,
    metrics: ['video_type_offline'],
    needs: ['types'],
    View: Types,
  }),
  definePanel({
    id: 'video-faults',
    title: '故障处置',
    dataset,
    metrics: ['video_faults_open', 'video_group_offline', ...RATES],
    needs: ['faults'],
    View: Faults,
  }),
  definePanel({
    id: 'video-ageing',
    title: '离线时长',
    dataset,
    metrics: ['video_fault_age', 'video_restored_today'],
    needs: ['ageing'],
    View: Ageing,
  }),
  definePanel({
    id: 'video-trend',
    title: '在线率走势',
    dataset,
    metrics: ['video_online_rate'],
    needs: ['trend'],
    View: Trend,
  }),
  definePanel({
    id: 'video-patrol',
    title: '轮巡覆盖',
    dataset,
    metrics: ['video_patrol_coverage'],
    needs: ['patrol'],
    View: Patrol,
  }),
  definePanel({
    id: 'video-quality',
    title: '完好与录像',
    dataset,
    metrics: ['video_intact_rate', 'video_label_rate', 'video_record_rate'],
    needs: ['quality'],
    View: Quality,
  }),
  definePanel({
    id: 'video-towns',
    title: '镇街离线',
    dataset,
    metrics: ['video_town_offline'],
    needs: ['towns'],
    View: Towns,
  }),
  definePanel({
    id: 'video-published',
    title: '视频感知 · 公布数字',
    dataset,
    metrics: FIGURES,
    facts: true,
    Standing: PublishedLedger,
  }),
]
