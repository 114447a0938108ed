import { apportion } from '../../src/lib/random'
import { factValue } from './facts'

/** What each city's demo is sized by: published figures where there are any, assumptions (said in `basis`) where not. */
export interface Profile {
  readonly scope: string
  readonly platform: string
  readonly basis: string
  /** Picked so that the reference day shows what the mock-up shows: 843 万条, one gap, one store running empty. */
  readonly seed: number
  readonly owner: string
  readonly operator: string
  readonly baseYear: number
  readonly growthPerYear: number
  readonly callsPerYear: number
  readonly issuesPerYear: number
  readonly lateShare: number
  readonly unit: string
  /** Entries and mounted entries of the four catalogue classes. */
  readonly classes: readonly (readonly [entries: number, mounted: number])[]
  readonly assumedSplit: boolean
  readonly sources: readonly (readonly [id: string, name: string, count: number, unit: string])[]
  /** The sources are of different kinds and have no sum. */
  readonly mixedSources?: boolean
}

/** A figure the city did publish. @throws when it did not */
export const fact = (city: string, metric: string): number => {
  const value = factValue(city, metric)
  if (value === null) throw new Error(`${city} 没有公布 ${metric}`)
  return value
}

/** Entries that a published mount rate stands for: 372 项 × 87.6 % = 326 项. */
const mounted = (city: string, name: string): readonly [number, number] => {
  const entries = fact(city, `data_catalog_${name}`)
  return [entries, Math.round((entries * fact(city, `data_mount_rate_${name}`)) / 100)]
}

/** The three cities that have a data platform. */
export const PROFILES: Record<string, () => Profile> = {
  baiyun: () => ({
    scope: '全区',
    platform: '区政务大数据平台',
    basis: '存量自 2021 年末公布的 56 亿条起，年增 28.34 亿条、调用量及各类构成均为假设',
    seed: 519_459,
    owner: '区政数局',
    operator: '大数据平台运维',
    baseYear: 2021,
    growthPerYear: 2_834_000_000,
    callsPerYear: 26_000_000,
    issuesPerYear: fact('baiyun', 'data_issues_tracked'),
    lateShare: 3.8,
    unit: '类',
    classes: [
      [486, 486],
      [702, 698],
      [318, 309],
      [180, 166],
    ],
    assumedSplit: true,
    sources: split('baiyun', 'data_returned_classes', '类', [
      ['province', '省级', 0.68],
      ['city', '市级', 0.32],
    ]),
  }),
  huaibei: () => ({
    scope: '全市',
    platform: '市数据资源平台',
    basis: '存量自 2020 年末公布的 12.5 亿条起，年增 2.6 亿条为假设；年调用合计 484 万次',
    seed: 5,
    owner: '市数据资源局',
    operator: '交换平台运维',
    baseYear: 2020,
    growthPerYear: 260_000_000,
    callsPerYear: fact('huaibei', 'data_share_calls'),
    issuesPerYear: 520,
    lateShare: 4.1,
    unit: '项',
    classes: [
      mounted('huaibei', 'provincial'),
      mounted('huaibei', 'gov_custom'),
      mounted('huaibei', 'social'),
      mounted('huaibei', 'economic'),
    ],
    assumedSplit: false,
    sources: [
      ['province', '省级', 64, '类'],
      ['delta', '长三角', 22, '类'],
    ],
  }),
  xiantao: () => ({
    scope: '全市',
    platform: '数据中台',
    basis: '存量自 2023 年末公布的 29 亿条（数据中台）起，年增 5.2 亿条、调用量、目录分类均为假设',
    seed: 22,
    owner: '市政务数据局',
    operator: '数据中台运维',
    baseYear: 2023,
    growthPerYear: 520_000_000,
    callsPerYear: 9_600_000,
    issuesPerYear: 430,
    lateShare: 3.6,
    unit: '条',
    classes: [
      [214, 214],
      [331, 318],
      [128, 97],
      [76, 51],
    ],
    assumedSplit: true,
    sources: [
      ['national', '国家接口', fact('xiantao', 'national_apis_obtained'), '个'],
      ['province', '省级接口', fact('xiantao', 'provincial_apis_obtained'), '个'],
      ['datasets', '数据集', fact('xiantao', 'upstream_datasets_obtained'), '个'],
    ],
    mixedSources: true,
  }),
}

/** A published total over assumed shares, to the last one. */
function split(
  city: string,
  metric: string,
  unitName: string,
  rows: readonly (readonly [string, string, number])[],
): Profile['sources'] {
  const parts = apportion(
    fact(city, metric),
    rows.map(([, , weight]) => weight),
  )
  return rows.map(([id, name], i) => [id, name, parts[i] ?? 0, unitName] as const)
}
