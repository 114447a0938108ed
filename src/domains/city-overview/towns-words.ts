import { inLocale } from '../../lib/locale'
import type { Words } from './towns-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./towns-words.*.ts', { eager: true, import: 'words' }),
)
