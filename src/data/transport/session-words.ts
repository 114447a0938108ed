import { inLocale } from '../../lib/locale'
import type { Words } from './session-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./session-words.*.ts', { eager: true, import: 'words' }),
)
