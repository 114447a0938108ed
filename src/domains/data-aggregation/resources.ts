import { defineDataset } from '../../contract/dataset'
import { schema } from './contract'
import { simulate } from '../../demo/data-aggregation/document'

export const dataAggregation = defineDataset({ id: 'data-aggregation', schema, simulate })
