import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { parseTime } from '../../src/lib/calendar'

export interface Town {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly districtCode: string
  readonly district: string
}

export interface CityBase {
  readonly id: string
  readonly code: string
  /** Operator that owns the demo sources. */
  readonly bureau: string
  readonly towns: readonly Town[]
}

/** The moment the mock documents are written for; the app moves them to the shown moment. */
export const REFERENCE = parseTime('2026-11-18T10:42:00+08:00')

const CITIES = [
  { id: 'baiyun', code: '440111', bureau: '区政务服务数据管理局' },
  { id: 'huaibei', code: '340600', bureau: '市数据资源管理局' },
  { id: 'heyuan', code: '441600', bureau: '市政务服务数据管理局' },
  { id: 'zongyang', code: '340722', bureau: '县数据资源管理局' },
  { id: 'xiantao', code: '429004', bureau: '市政务服务和大数据局' },
] as const

const mapFile = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        code: z.string(),
        name: z.string(),
        short: z.string(),
        districtCode: z.string(),
        district: z.string(),
      }),
    }),
  ),
})

/** Towns come from the city's schematic map, so that data and map can never disagree about codes. */
function townsOf(id: string): Town[] {
  const path = `public/maps/${id}.json`
  if (!existsSync(path)) throw new Error(`缺少 ${path}`)
  return mapFile.parse(JSON.parse(readFileSync(path, 'utf8'))).features.map(({ properties: p }) => ({
    code: p.code,
    name: p.name,
    short: p.short,
    districtCode: p.districtCode,
    district: p.district,
  }))
}

export function cityBases(): CityBase[] {
  return CITIES.map((city) => ({ ...city, towns: townsOf(city.id) }))
}
