import { inLocale } from '../../lib/locale'
import type { Words } from './sheet-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./sheet-words.*.ts', { eager: true, import: 'words' }),
)
