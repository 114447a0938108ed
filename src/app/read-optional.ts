import type { AppConfig } from '../config/app-config'
import type { FileFault, Site } from '../config/site'
import { calendarOf } from '../config/working-time'
import { PLAIN_CALENDAR } from '../lib/working-time'
import { ConfigFault, readConfig, type ConfigReader } from './read-config'
import { words } from './words'

// Files that a wall can do without: what stands in their place is said in its data health.

const CALENDAR = 'config/calendar/cn.json'

/** What passes is asked for again with everything else. */
function lasting(error: unknown): ConfigFault {
  if (!(error instanceof ConfigFault) || error.passing) throw error
  return error
}

/**
 * When the offices of `city` work. Without the file its days are judged by the weekday.
 * @throws ConfigFault of the network
 */
export async function readCalendar(
  city: string,
  reader: ConfigReader,
): Promise<Pick<Site, 'calendar' | 'faults'>> {
  try {
    return { calendar: calendarOf(await readConfig(CALENDAR, 'calendar', reader), city), faults: [] }
  } catch (error) {
    const { title, problems } = lasting(error)
    const instead = { field: words.instead, message: words.plainCalendar }
    return { calendar: PLAIN_CALENDAR, faults: [{ title, problems: [...problems, instead] }] }
  }
}

/**
 * The rules of every domain with a source of its own. A domain without a file has none; a rule that is wrong costs itself.
 * @throws ConfigFault of the network
 */
export async function readAllRules(
  { sources }: AppConfig,
  reader: ConfigReader,
): Promise<Pick<Site, 'rules' | 'faults'>> {
  // What is put together from others raises what they raise, and what can only be done raises nothing.
  const domains = Object.entries(sources).flatMap(([id, { derive, act, link }]) =>
    derive || act || link ? [] : [id.split('.')[0] ?? id],
  )
  const rules: Record<string, Site['rules'][string]> = {}
  const faults: FileFault[] = []
  await Promise.all(
    [...new Set(domains)].map(async (domain) => {
      const path = `config/rules/${domain}.json`
      try {
        const { rules: own, problems } = await readConfig(path, 'rules', reader)
        rules[domain] = own
        if (problems.length > 0) faults.push({ title: words.file.wrong(path), problems })
      } catch (error) {
        const { title, problems, missing } = lasting(error)
        if (!missing) faults.push({ title, problems })
      }
    }),
  )
  return { rules, faults: faults.toSorted((a, b) => (a.title < b.title ? -1 : 1)) }
}
