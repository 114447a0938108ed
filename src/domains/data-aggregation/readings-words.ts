import { inLocale } from '../../lib/locale'
import type { Words } from './readings-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./readings-words.*.ts', { eager: true, import: 'words' }),
)
