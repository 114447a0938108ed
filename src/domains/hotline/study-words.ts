import { inLocale } from '../../lib/locale'
import type { Words } from './study-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./study-words.*.ts', { eager: true, import: 'words' }),
)
