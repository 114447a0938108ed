import { inLocale } from '../../lib/locale'
import type { Words } from './overview-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./overview-words.*.ts', { eager: true, import: 'words' }),
)
