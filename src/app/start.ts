import type { Site } from '../config/site'
import type { Started } from './App'
import { modeOf } from './mode'
import { screenFor } from './screen'

/** What has to be here before the first picture, fetched at once. */
export async function startOf(site: Site, startThread: Started['startThread']): Promise<Started> {
  const [mode, Screen] = await Promise.all([modeOf(site), screenFor(site)])
  return { site, mode, Screen, startThread }
}
