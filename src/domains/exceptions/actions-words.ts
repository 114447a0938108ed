import { inLocale } from '../../lib/locale'
import type { Words } from './actions-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./actions-words.*.ts', { eager: true, import: 'words' }),
)
