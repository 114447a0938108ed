import { inLocale } from '../../lib/locale'
import type { Words } from './strip-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./strip-words.*.ts', { eager: true, import: 'words' }),
)
