import { inLocale } from '../lib/locale'
import type { Words } from './picture-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./picture-words.*.ts', { eager: true, import: 'words' }),
)
