import { definePanel } from '../../panel/define-panel'
import { video as dataset } from './resources'
import { FIGURES } from './views/figures'
import { Video } from './views/Video'

export const panels = [
  definePanel({
    id: 'video',
    title: '视频感知',
    dataset,
    metrics: [
      'video_offline',
      'video_online_rate',
      'video_online_rate_key',
      'video_online_rate_sector',
      'video_group_offline',
      'video_faults_open',
    ],
    rail: FIGURES,
    needs: ['offline'],
    View: Video,
  }),
]
