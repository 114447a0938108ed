import { inLocale } from '../../lib/locale'
import type { Words } from './partly-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./partly-words.*.ts', { eager: true, import: 'words' }),
)
