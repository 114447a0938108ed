import { defineDataset } from '../../contract/dataset'
import { schema } from './contract'
import { simulate } from '../../demo/service-hall/document'

/** Service halls: queues, counters, self-service terminals and 好差评. */
export const serviceHall = defineDataset({ id: 'service-hall', schema, simulate })
