import { documentOf } from '../../contract/resource'
import type { VideoDocument } from './contract'

/** Cameras of every department on one platform: what is online, what is not, and who repairs it. */
export const video = documentOf<VideoDocument>({ id: 'video' })
