import { inLocale } from '../../lib/locale'
import type { Words } from './deadlines-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./deadlines-words.*.ts', { eager: true, import: 'words' }),
)
