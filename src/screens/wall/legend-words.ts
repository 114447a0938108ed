import { inLocale } from '../../lib/locale'
import type { Words } from './legend-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./legend-words.*.ts', { eager: true, import: 'words' }),
)
