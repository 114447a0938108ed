import { inLocale } from '../../lib/locale'
import type { Words } from './course-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./course-words.*.ts', { eager: true, import: 'words' }),
)
