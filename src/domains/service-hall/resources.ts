import { documentOf } from '../../contract/resource'
import type { HallDocument } from './contract'

/** Service halls: queues, counters, self-service terminals and 好差评. */
export const serviceHall = documentOf<HallDocument>({ id: 'service-hall' })
