import { inLocale } from '../../lib/locale'
import type { Words } from './floor-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./floor-words.*.ts', { eager: true, import: 'words' }),
)
