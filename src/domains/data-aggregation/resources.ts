import { documentOf } from '../../contract/resource'
import type { DataDocument } from './contract'

/** What the departments deliver, how much of the catalogue is mounted, and who uses it. */
export const dataAggregation = documentOf<DataDocument>({ id: 'data-aggregation' })
