import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { cityOverview } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: cityOverview,
  chunks: [
    {
      panels: ['city-map'],
      load: () => import('./overview'),
    },
    {
      panels: ['city-map-video', 'city-towns', 'city-published'],
      load: () => import('./scene'),
    },
    {
      // Of no use to a city that has every domain.
      panels: ['city-connected', 'city-reform', 'city-plans'],
      load: () => import('./partly'),
    },
  ],
})
