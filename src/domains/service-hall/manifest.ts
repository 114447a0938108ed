import { defineDomain } from '../../panel/domain'
import { serviceHall } from './resources'

export const domain = defineDomain({
  name: '大厅',
  document: serviceHall,
  raises: true,
  places: true,
  chunks: [
    {
      panels: ['service-hall'],
      load: () => import('./overview'),
    },
    {
      panels: [
        'hall-keys',
        'hall-throughput',
        'hall-waits',
        'hall-counters',
        'hall-business',
        'hall-list',
        'hall-evaluation',
        'hall-terminals',
        'hall-published',
      ],
      load: () => import('./scene'),
    },
  ],
})
