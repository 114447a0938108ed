import { inLocale } from '../../lib/locale'
import type { Words } from './map-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./map-words.*.ts', { eager: true, import: 'words' }),
)
