import { expect, it } from 'vitest'
import { courseOf } from '../../../src/contract/records/course-told'
import { keyOf } from '../../../src/domains/video/records'
import { parseTime } from '../../../src/lib/calendar'
import { openCity } from './city'

const now = parseTime('2026-11-18T10:42:00+08:00')

it.each([
  ['video', { course: 'sources', subject: keyOf('水务'), is: 'below', limit: '95' }, [80, 100]],
  ['data-aggregation', { course: 'hour', is: 'below', limit: '99' }, [98, 100]],
  ['service-hall', { course: 'waits', subject: 'main', is: 'above', limit: '30', minutes: 'yes' }, [0, 60]],
] as const)(
  'the course of a figure of %s stands beside what is usual at the same hours, as the city keeps its history',
  async (domain, parts, [least, most]) => {
    const { feed } = await (await openCity('baiyun')).reading({ now, region: null })
    const { row } = await feed.get(courseOf(domain), { region: null, parts }, { now })
    expect(row?.usual?.weeks).toBeGreaterThan(2)
    const present = row?.usual?.ranges.at(-1)
    expect(present?.low).toBeGreaterThanOrEqual(least)
    expect(present?.high).toBeLessThanOrEqual(most)
    expect(present?.high).toBeGreaterThan(present?.low ?? Infinity)
  },
)
