import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { exceptions } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: exceptions,
  collects: true,
  chunks: [
    {
      panels: ['exceptions', 'events'],
      load: () => import('./overview'),
    },
  ],
})
