import { defineDomain } from '../../panel/domain'
import { exceptions } from './resources'

export const domain = defineDomain({
  name: '处置',
  document: exceptions,
  collects: true,
  chunks: [
    {
      panels: ['exceptions', 'events'],
      load: () => import('./overview'),
    },
  ],
})
