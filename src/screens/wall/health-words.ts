import { inLocale } from '../../lib/locale'
import type { Words } from './health-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./health-words.*.ts', { eager: true, import: 'words' }),
)
