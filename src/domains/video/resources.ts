import { defineDataset } from '../../contract/dataset'
import { schema } from './contract'
import { simulate } from '../../demo/video/document'

/** Cameras of every department on one platform: what is online, what is not, and who repairs it. */
export const video = defineDataset({ id: 'video', schema, simulate })
