import { defineDataset } from '../../contract/dataset'
import { schema } from './schema'
import { simulate } from './simulate'

/** Service halls: queues, counters, self-service terminals and 好差评. */
export const serviceHall = defineDataset({ id: 'service-hall', schema, simulate })
