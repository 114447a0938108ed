import { inLocale } from '../lib/locale'
import type { Words } from './ledger-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./ledger-words.*.ts', { eager: true, import: 'words' }),
)
