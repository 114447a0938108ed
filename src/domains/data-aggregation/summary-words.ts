import { inLocale } from '../../lib/locale'
import type { Words } from './summary-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./summary-words.*.ts', { eager: true, import: 'words' }),
)
