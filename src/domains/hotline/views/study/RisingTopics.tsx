import { exactText } from '../../../../lib/format'
import { valuesText } from '../../study-link'
import { words } from '../../study-words'
import styles from './study.module.css'
import { Head } from './Head'
import type { StudyView } from './view'

/** Topics that more people complain of than was to be expected; a press narrows everything to one of them. */
export function RisingTopics({ of, onNarrow }: StudyView) {
  const { rising, risingTo, risingWeeks } = of
  const { few, none, about, expected, times, title } = words.rising
  return (
    <section className={styles.block} data-rising>
      <Head title={title} note={risingWeeks === null ? few : about(risingTo, risingWeeks)} />
      {risingWeeks !== null && rising.length === 0 && <p className={styles.note}>{none}</p>}
      <ul className={styles.rising}>
        {rising.map((one) => (
          <li key={`${one.topic} ${one.town.code}`}>
            <button
              type="button"
              onClick={() =>
                onNarrow({
                  [one.category === null ? 'category' : 'topic']: valuesText([one.topic]),
                  town: valuesText([one.town.code]),
                })
              }
            >
              <b>
                {one.town.name} {one.topic}
              </b>
              {one.category !== null && <small>{one.category}</small>}
              <em>
                {exactText(one.count)} {words.unit}
              </em>
              <small>
                {expected(String(one.expected))}
                {one.expected >= 1 && ` · ${times((one.count / one.expected).toFixed(1))}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
