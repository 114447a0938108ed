import { notASeed, type Demo, type RowsMoment } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { simulate, type HallSeed } from './document'
import { bookings } from './rows-bookings'
import { halls, pastQueues, terminals } from './rows-places'
import { counters, tickets } from './rows-queue'
import { evaluations } from './rows-reviews'
import { atWork, type HallCity } from './at-work'

const PARAMETERS = ['seed', 'lines', 'slots', 'halls', 'towns', 'rating'] as const

function seedOf(seed: unknown): HallSeed {
  if (isSeed<HallSeed>(seed, 'service-hall/1', PARAMETERS)) return seed
  throw notASeed('service-hall')
}

/** A city without halls on the queue system has no rows of any kind. */
const rowsOf =
  (give: (demo: HallCity, moment: RowsMoment) => readonly object[]) =>
  (seed: unknown, moment: RowsMoment) => {
    const { demo: parameters } = seedOf(seed)
    return parameters ? give(atWork(parameters, moment.calendar), moment) : []
  }

export const demo: Demo = {
  document: (seed, moment) => simulate(seedOf(seed), moment),
  records: {
    hall: rowsOf(halls),
    ticket: rowsOf(tickets),
    booking: rowsOf(bookings),
    counter: rowsOf(counters),
    evaluation: rowsOf(evaluations),
    terminal: rowsOf(terminals),
    history: rowsOf(pastQueues),
  },
}
