import { documentOf, pointsOf } from '../../contract/resource'
import type { VideoDocument } from './contract'

/** Cameras of every department on one platform: what is online, what is not, and who repairs it. */
export const video = documentOf<VideoDocument>({ id: 'video' })

/** Where the cameras stand and how they are, for a map of them. */
export const points = pointsOf({ id: 'video.points' })
