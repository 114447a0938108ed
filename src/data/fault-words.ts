import { inLocale } from '../lib/locale'
import type { Words } from './fault-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./fault-words.*.ts', { eager: true, import: 'words' }),
)
