import { inLocale } from '../lib/locale'
import type { Words } from './own-range-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./own-range-words.*.ts', { eager: true, import: 'words' }),
)
