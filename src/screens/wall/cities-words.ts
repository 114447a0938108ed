import { inLocale } from '../../lib/locale'
import type { Words } from './cities-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./cities-words.*.ts', { eager: true, import: 'words' }),
)
