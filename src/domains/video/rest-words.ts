import { inLocale } from '../../lib/locale'
import type { Words } from './rest-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./rest-words.*.ts', { eager: true, import: 'words' }),
)
