import { inLocale } from '../../lib/locale'
import type { Words } from './door-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./door-words.*.ts', { eager: true, import: 'words' }),
)
