import { limitsOf } from '../../src/config/written'
import { readMetrics } from '../../mock-data/generator/metrics'
import { sourceConfig } from '../../src/config/source'
import { readers } from '../../src/domains/hotline/contract-study'
import { study } from '../../src/domains/hotline/resources'
import { counting } from '../../src/domains/hotline/summary'
import { bench, inline } from '../unit/data/feed-fixture'
import { questionsAt } from './study-questions'

const poll = (url: string) => ({ url, everyMs: 60_000, maxBytes: 20_000_000 })
const about = { name: '工单', owner: '热线办', cadenceSeconds: 60 }

/** A wall that counts the orders itself, one that counts those of a year in a few words, and one that asks the database. */
const KEPT = {
  orders: {
    'hotline.work-order': sourceConfig.parse({
      poll: poll('api/{city}/{dataset}?cursor={cursor}&limit={size}'),
      about,
      records: { from: 'rows', total: 'total', next: 'next', asOf: 'asOf', size: 2000 },
    }),
  },
  year: {
    'hotline.year-order': sourceConfig.parse({
      poll: poll('api/{city}/{dataset}'),
      about,
      records: { from: 'rows', asOf: 'asOf', whenOpened: true },
    }),
  },
}
const ASKED = { 'hotline.study': sourceConfig.parse({ poll: poll('api/{city}/{dataset}/{region}') }) }

/** Asks the site at `base` the same questions in both ways and prints the answers. `kind`: what the wall keeps. In a process of its own: Vite reads the words. */
export async function main([base = '', time = '', kind]: readonly string[]): Promise<void> {
  const now = Date.parse(time)
  const [kept, asked] = [kind === 'year' ? KEPT.year : KEPT.orders, ASKED].map(
    (sources) =>
      bench((url, init) => fetch(new URL(url, `${base}/`), init), {
        config: { sources },
        thread: inline(readers, [], (id) => Promise.resolve(id === 'hotline' ? counting : undefined)),
        limits: limitsOf(readMetrics()),
        real: () => now,
      }).feed,
  )
  const answers = []
  for (const { region, parts } of questionsAt(now)) {
    const read = async (feed: typeof kept) => (await feed?.get(study, { region, parts }, { now }))?.row
    const [counted, told] = [await read(kept), await read(asked)]
    // Only a wall that keeps the orders itself can list them.
    const { rows: _, ...said } = counted ?? {}
    answers.push({ region, parts, kept: counted && said, asked: told })
  }
  console.log(JSON.stringify(answers))
}
