import type { Readings } from '../../panel/reading'
import { words } from './readings-words'

/** How the records of the video platform are read. */
export const readings: Readings = {
  camera: {
    ...words.camera,
    title: ['name', 'id'],
    meta: ['source', 'town'],
    state: 'offline',
    nearby: true,
    picture: {
      stream: 'stream',
      offline: 'offline',
      since: 'offlineSince',
      by: ['source', 'site', 'town'],
      turns: { field: 'type', by: ['ptz', 'remote', 'remote-dome'] },
    },
    since: { at: 'offlineSince', lasting: 'offline' },
    steps: [],
    facets: ['source', 'type', 'group', 'site'],
    order: { offline: 'offlineSince' },
    facts: [
      'id',
      'gbSector',
      'gbType',
      'gbNetwork',
      'source',
      'group',
      'type',
      'site',
      'town',
      'offlineSince',
      'seenAt',
      'labelled',
      'lng',
      'lat',
      'updatedAt',
    ],
  },
  outage: {
    ...words.outage,
    title: ['place', 'type'],
    meta: ['type', 'source', 'town'],
    since: { at: 'startedAt', lasting: 'stands' },
    steps: [
      { at: 'startedAt', notes: ['type'] },
      { at: 'dispatchedAt', notes: ['owner'] },
      { at: 'acceptedAt' },
      { at: 'repairedAt' },
      { at: 'endedAt' },
    ],
    facts: ['outageNo', 'camera', 'fault', 'place', 'source', 'town', 'owner'],
  },
}
