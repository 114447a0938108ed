import { inLocale } from '../../lib/locale'
import type { Words } from './alarm-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./alarm-words.*.ts', { eager: true, import: 'words' }),
)
