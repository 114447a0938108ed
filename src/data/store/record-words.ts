import { inLocale } from '../../lib/locale'
import type { Words } from './record-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./record-words.*.ts', { eager: true, import: 'words' }),
)
