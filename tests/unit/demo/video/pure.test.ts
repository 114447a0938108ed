import { describe, expect, it } from 'vitest'
import { buildVideo } from '../../../../mock-data/generator/video'
import { cityBases } from '../../../../mock-data/generator/cities'
import { simulate } from '../../../../src/demo/video/document'
import { at, cn, freeze } from '../cities'
import { CITIES, demoOf, documentAt, MOMENTS, seedOf, videoAt } from './cities'

describe.each(CITIES)('%s', (city) => {
  it('says the same for the same moment, in whatever order it is asked', () => {
    const forth = MOMENTS.map((moment) => structuredClone(videoAt(city, moment)))
    const back = MOMENTS.toReversed().map((moment) => videoAt(city, moment))
    expect(back.toReversed()).toEqual(forth)
  })

  it('says the same from a fresh seed, which it leaves untouched', () => {
    const base = cityBases().find(({ id }) => id === city)
    if (!base) throw new Error(city)
    const fresh = freeze(buildVideo(base))
    const before = structuredClone(fresh)
    for (const moment of MOMENTS)
      expect(simulate(fresh, { now: at(moment), region: null, calendar: cn })).toEqual(
        documentAt(city, moment),
      )
    expect(fresh).toEqual(before)
  })

  it('says the same of the whole city after it was asked about one town', () => {
    const before = structuredClone(videoAt(city, '2026-11-18 10:42'))
    videoAt(city, '2026-11-18 10:42', demoOf(city).towns[0]?.code ?? '')
    expect(videoAt(city, '2026-11-18 10:42')).toEqual(before)
  })

  it('differs from day to day', () => {
    const offline = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].map(
      (day) => videoAt(city, `${day} 10:42`).operation.faults[0]?.key,
    )
    expect(new Set(offline).size).toBeGreaterThan(1)
  })
})

it('leaves an absent city as it is', () => {
  const absent = seedOf('heyuan')
  expect(simulate(absent, { now: at('2026-11-18 10:42'), region: null, calendar: cn })).toBe(absent.document)
})
