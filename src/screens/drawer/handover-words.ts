import { inLocale } from '../../lib/locale'
import type { Words } from './handover-words.zh'

export const words = inLocale<Words>(
  import.meta.glob<Words>('./handover-words.*.ts', { eager: true, import: 'words' }),
)
