import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { hotline } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: hotline,
  raises: true,
  places: true,
  chunks: [
    {
      panels: ['hotline'],
      load: () => import('./overview'),
    },
    {
      panels: [
        'hotline-keys',
        'hotline-stages',
        'hotline-ageing',
        'hotline-categories',
        'hotline-towns',
        'hotline-repeats',
        'hotline-dispatch',
        'hotline-ledgers',
        'hotline-orders',
        'hotline-published',
        'hotline-rest',
      ],
      load: () => import('./scene'),
    },
  ],
})
