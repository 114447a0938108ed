import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { serviceHall } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
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
        'hall-floor',
        'hall-waits',
        'hall-counters',
        'hall-business',
        'hall-list',
        'hall-evaluation',
        'hall-terminals',
        'hall-published',
        'hall-rest',
        'reviews-rest',
      ],
      load: () => import('./scene'),
    },
  ],
})
