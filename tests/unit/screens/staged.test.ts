import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../../mock-data/generator/calendar'
import { cityConfig } from '../../../src/config/city'
import { ASPECTS, sceneConfig, type Aspect } from '../../../src/config/scene'
import { cellOf } from '../../../src/config/written'
import { domains } from '../../../src/domains/registry'
import { parseTime } from '../../../src/lib/calendar'
import { isFields, recordIn, textIn } from '../../../src/lib/fields'
import { isRest } from '../../../src/lib/rest'
import { allot } from '../../../src/screens/wall/allot'
import { gridOf } from '../../../src/screens/wall/Stage'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const sceneOf = (id: string) => sceneConfig.parse(read(`public/config/scenes/${id}.json`))
const cityOf = (id: string) => cityConfig.parse(read(`public/config/cities/${id}.json`))
const cities = readdirSync('public/config/cities').map((name) => name.replace('.json', ''))

const homeOf = (panel: string) =>
  domains.find(({ chunks }) => chunks.some(({ panels }) => panels.includes(panel)))?.id

/** Domains with an own place on an overview, and those of them that `city` lacks. */
const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation']
const lackedBy = (city: string) =>
  DOMAINS.filter((domain) => {
    const path = `mock-data/${city}/seed/${domain}.json`
    const seed = existsSync(path) ? read(path) : null
    const kind = textIn(recordIn(recordIn(isFields(seed) ? seed : null, 'document'), 'absence'), 'kind')
    return seed === null || kind?.startsWith('not-') === true
  })

/** The scene that stands for the overview of `city` at `moment`. */
function sceneAt(city: string, moment: string) {
  const day = sceneOf('overview')
  const resting = isRest(parseTime(`${moment}:00+08:00`), readCalendar(city), cityOf(city).duty)
  return resting && day.rest !== undefined ? sceneOf(day.rest) : day
}

/** Its panels on a wall of this shape, by the area each stands in. */
function cellsAt(city: string, moment: string, aspect: Aspect): Record<string, string> {
  const { present } = sceneAt(city, moment)
  const lacked = new Set(lackedBy(city))
  const arrangement = lacked.size > 0 && present.instead ? allot(present, lacked, homeOf) : present
  const areas = gridOf(arrangement, { aspect, u: 1 })?.areas
  const { replace } = cityOf(city)
  return Object.fromEntries(
    Object.entries(arrangement.panels).flatMap(([area, written]) => {
      const { panel } = cellOf(written)
      return areas?.has(area) === true ? [[area, replace[panel] ?? panel]] : []
    }),
  )
}

const [DAY, NIGHT] = ['2026-11-18T10:42', '2026-11-18T03:00']

describe('the overview', () => {
  it.each([
    ['2026-11-18T07:59', 'overview-rest'],
    ['2026-11-18T08:00', 'overview'],
    ['2026-11-18T19:59', 'overview'],
    ['2026-11-18T20:00', 'overview-rest'],
    ['2026-11-22T10:42', 'overview-rest'],
    ['2026-02-14T10:42', 'overview'],
    ['2026-02-17T10:42', 'overview-rest'],
  ])('at %s is %s', (moment, id) => {
    expect(sceneAt('baiyun', moment).id).toBe(id)
  })

  it('of a city with everything has its own panels by day and others at night', () => {
    expect(cellsAt('baiyun', DAY, '16:9')).toEqual({
      exceptions: 'exceptions',
      map: 'city-map',
      hotline: 'hotline',
      hall: 'service-hall',
      video: 'video',
      data: 'data-aggregation',
    })
    expect(cellsAt('baiyun', NIGHT, '16:9')).toEqual({
      exceptions: 'exceptions',
      handover: 'handover',
      river: 'river',
      yesterday: 'hotline-rest',
      hall: 'hall-rest',
      video: 'video-rest',
      data: 'data-rest',
    })
  })

  it('of a city with halls alone gives the places of the others away: `instead` by day, `replace` at night', () => {
    expect(cellsAt('zongyang', DAY, '16:9')).toEqual({
      exceptions: 'exceptions',
      map: 'hall-floor',
      hall: 'service-hall',
      'instead-0': 'city-connected',
      'instead-1': 'city-reform',
      'instead-2': 'city-plans',
    })
    expect(cellsAt('zongyang', NIGHT, '16:9')).toEqual({
      exceptions: 'exceptions',
      handover: 'handover',
      river: 'river',
      yesterday: 'reviews-rest',
      hall: 'hall-rest',
      video: 'city-published',
      data: 'hall-published',
    })
  })

  const walls = cities.flatMap((city) =>
    ASPECTS.flatMap((aspect) => [DAY, NIGHT].map((moment) => [city, aspect, moment] as const)),
  )

  it.each(walls)(
    'of %s on %s at %s shows every domain there is, each panel once and none of what is missing',
    (city, aspect, moment) => {
      const shown = Object.values(cellsAt(city, moment, aspect))
      const lacked = lackedBy(city)
      const homes = new Set(shown.map(homeOf))
      expect(DOMAINS.filter((domain) => !lacked.includes(domain) && !homes.has(domain))).toEqual([])
      expect(shown.filter((panel, i) => shown.indexOf(panel) !== i)).toEqual([])
      expect(shown.filter((panel) => homeOf(panel) === undefined)).toEqual([])
      expect(shown.filter((panel) => lacked.includes(homeOf(panel) ?? ''))).toEqual([])
    },
  )
})
