import { inLocale } from '../../lib/locale'
import { defineDomain } from '../../panel/domain'
import { exceptions } from './resources'

export const domain = defineDomain({
  name: inLocale(import.meta.glob<string>('./name.*.ts', { eager: true, import: 'name' })),
  document: exceptions,
  collects: true,
  chunks: [
    {
      panels: ['exceptions'],
      load: () => import('./overview'),
    },
    {
      // On no 16:9 wall.
      panels: ['events'],
      load: () => import('./deadlines'),
    },
    {
      // Of the hours of rest.
      panels: ['handover', 'river'],
      load: () => import('./rest'),
    },
  ],
})
