import { inLocale } from '../lib/locale'
import type { Words } from './check-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./check-words.*.ts', { eager: true, import: 'words' }),
)
