import { notASeed, type Demo, type RowsMoment } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { atWork, type DataCity } from './at-work'
import { callRows, usualRows } from './call-rows'
import { catalogueRows } from './catalogue-rows'
import { simulate, type DataSeed } from './document'
import { issueRows } from './issue-rows'
import { loadRows } from './load-rows'

const PARAMETERS = ['seed', 'baseYear', 'departments', 'consumers', 'towns', 'issueTitles', 'wanted'] as const

function seedOf(seed: unknown): DataSeed {
  if (!isSeed<DataSeed>(seed, 'data-aggregation/1', PARAMETERS)) throw notASeed('data-aggregation')
  return seed
}

/** A city without a data platform has no rows. */
const rowsOf =
  (of: (seed: DataSeed & { readonly demo: DataCity }, ask: RowsMoment) => readonly object[]) =>
  (seed: unknown, ask: RowsMoment) => {
    const { document, demo: parameters } = seedOf(seed)
    return parameters === null ? [] : of({ document, demo: atWork(parameters, ask.calendar) }, ask)
  }

export const demo: Demo = {
  document: (seed, moment) => simulate(seedOf(seed), moment),
  records: {
    load: rowsOf(({ demo: city }, ask) => loadRows(city, ask)),
    'catalogue-entry': rowsOf(({ demo: city, document }, ask) =>
      catalogueRows(city, document.operation?.catalogue?.classes ?? [], ask),
    ),
    'sharing-call': rowsOf(({ demo: city }, ask) => callRows(city, ask)),
    'data-issue': rowsOf(({ demo: city }, ask) => issueRows(city, ask)),
    history: rowsOf(({ demo: city }, ask) => usualRows(city, ask)),
  },
}
