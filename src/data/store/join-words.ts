import { inLocale } from '../../lib/locale'
import type { Words } from './join-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./join-words.*.ts', { eager: true, import: 'words' }),
)
