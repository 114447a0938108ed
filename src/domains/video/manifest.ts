import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { video } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: video,
  raises: true,
  places: true,
  chunks: [
    {
      panels: ['video'],
      load: () => import('./overview'),
    },
    {
      panels: [
        'video-keys',
        'video-pictures',
        'video-sources',
        'video-types',
        'video-faults',
        'video-ageing',
        'video-trend',
        'video-patrol',
        'video-quality',
        'video-towns',
        'video-more',
        'video-scene',
        'video-map',
        'video-published',
        'video-rest',
      ],
      load: () => import('./scene'),
    },
  ],
})
