import { defineDataset } from '../../contract/dataset'
import { schema } from './schema'
import { simulate } from './simulate'

/** Cameras of every department on one platform: what is online, what is not, and who repairs it. */
export const video = defineDataset({ id: 'video', schema, simulate })
