import { inLocale } from '../lib/locale'
import type { Words } from './rows-told-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./rows-told-words.*.ts', { eager: true, import: 'words' }),
)
