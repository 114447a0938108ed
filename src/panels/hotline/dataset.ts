import { defineDataset } from '../../contract/dataset'
import { schema } from './schema'
import { simulate } from './simulate'

/** 12345 hotline work orders. */
export const hotline = defineDataset({ id: 'hotline', schema, simulate })
