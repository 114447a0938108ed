import { inLocale } from '../../lib/locale'
import type { Words } from './next-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./next-words.*.ts', { eager: true, import: 'words' }),
)
