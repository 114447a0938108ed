import { inLocale } from '../lib/locale'
import type { Words } from './request-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./request-words.*.ts', { eager: true, import: 'words' }),
)
