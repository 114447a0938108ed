import { inLocale } from '../lib/locale'
import type { Words } from './words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./words.*.ts', { eager: true, import: 'words' }),
)
