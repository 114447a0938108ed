import { inLocale } from '../lib/locale'
import type { Words } from './geo-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./geo-words.*.ts', { eager: true, import: 'words' }),
)
