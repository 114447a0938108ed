import { defineDataset } from '../../contract/dataset'
import { schema } from './contract'
import { simulate } from '../../demo/hotline/document'

/** 12345 hotline work orders. */
export const hotline = defineDataset({ id: 'hotline', schema, simulate })
