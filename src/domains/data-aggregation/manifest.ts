import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { dataAggregation } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: dataAggregation,
  raises: true,
  chunks: [
    {
      panels: ['data-aggregation'],
      load: () => import('./overview'),
    },
    {
      panels: [
        'data-keys',
        'data-intake',
        'data-departments',
        'data-mount',
        'data-sharing',
        'data-issues',
        'data-return',
        'data-published',
        'data-rest',
      ],
      load: () => import('./scene'),
    },
  ],
})
