import { defineDomain } from '../../panel/domain'
import { cityOverview } from './resources'

export const domain = defineDomain({
  name: '全域',
  document: cityOverview,
  chunks: [
    {
      panels: ['city-map'],
      load: () => import('./overview'),
    },
    {
      panels: ['city-map-video', 'city-published'],
      load: () => import('./scene'),
    },
  ],
})
