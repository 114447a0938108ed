import { defineDataset } from '../../contract/dataset'
import { schema } from './schema'
import { simulate } from './simulate'

export const dataAggregation = defineDataset({ id: 'data-aggregation', schema, simulate })
