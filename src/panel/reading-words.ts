import { inLocale } from '../lib/locale'
import type { Words } from './reading-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./reading-words.*.ts', { eager: true, import: 'words' }),
)
