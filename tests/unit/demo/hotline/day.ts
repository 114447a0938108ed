import { cityBases } from '../../../../mock-data/generator/cities'
import { buildHotline } from '../../../../mock-data/generator/hotline'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { limitsOf } from '../../../../src/config/metrics'
import type { HotlineDemo, HotlineDocument, WholeHotline } from '../../../../src/domains/hotline/contract'
import { simulate } from '../../../../src/demo/hotline/document'

export const limits = limitsOf(readMetrics())
export const bases = cityBases()
const [city] = bases
if (!city) throw new Error('no city')
export const baiyun = city
export const base = buildHotline(baiyun)

export const demo: HotlineDemo = (() => {
  if (!base.operation?.demo) throw new Error('no demo')
  return base.operation.demo
})()

/** A document of the demo: its simulation leaves no part out. */
type Demo = HotlineDocument & { operation: WholeHotline | null }

/** Beijing time: `2026-11-18 10:42`. */
export const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

export function hotlineAt(moment: string | number, region: string | null = null): Demo {
  return simulate(base, { now: typeof moment === 'string' ? at(moment) : moment, region, limits }) as Demo
}

export function operationAt(moment: string | number, region: string | null = null): WholeHotline {
  const { operation } = hotlineAt(moment, region)
  if (!operation) throw new Error('no operation')
  return operation
}

export const total = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((n, row) => n + of(row), 0)
