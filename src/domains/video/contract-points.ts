import { pointsReader } from '../../contract/points'
import { DEVICE_TYPES, POINT_STATES } from './codes'

/** Where cameras stand and how they are, of a site that keeps no register of them here. */
const points = pointsReader({
  id: 'video.points',
  states: POINT_STATES,
  groups: { source: null, type: DEVICE_TYPES },
})

export const readers = [points]
