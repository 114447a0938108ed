import { definePanel } from '../../panel/define-panel'
import { video as dataset } from './resources'
import { FIGURES } from './views/figures'
import { Video } from './views/Video'
import { words } from './overview-words'

export const panels = [
  definePanel({
    id: 'video',
    title: words.title,
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
