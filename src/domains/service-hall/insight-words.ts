import { inLocale } from '../../lib/locale'
import type { Words } from './insight-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./insight-words.*.ts', { eager: true, import: 'words' }),
)
