import type { InsightProps } from '../../panel/insight'
import { escaped } from '../../panel/rows-link'
import { useScreen } from '../../panel/screen-context'
import { hotline } from './resources'
import { valuesText } from './study-link'
import { words } from './study-words'
import styles from './views/study/study.module.css'

/** From what stands now to a year of it: of the same place and topic where an exception speaks of one. */
export function Insight({ metric, subject }: InsightProps) {
  const { open } = useScreen()
  if (!metric.startsWith(`${hotline.id}_`)) return null
  const [town, category] = subject?.includes('|') === true ? subject.split('|') : []
  const narrowed =
    town && category ? `:category=${escaped(valuesText([category]))}&town=${escaped(valuesText([town]))}` : ''
  return (
    <button
      type="button"
      className={styles.lead}
      data-to-study
      onClick={() => open(`study:${hotline.id}${narrowed}`)}
    >
      {narrowed === '' ? words.lead.all : words.lead.same}
    </button>
  )
}
