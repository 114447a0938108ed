import type { DemoHall } from '../../src/demo/service-hall/seed'
import { apportion } from '../../src/lib/random'
import type { CityBase, Town } from './cities'
import { factValue } from './facts'
import { countersOf } from './service-hall-templates'

interface Plan {
  /** District, city or county: names of the main hall. */
  readonly main: string
  readonly short: string
  /** Short name of the town where the main hall is assumed to stand. */
  readonly at: string
  readonly counters: number
  /** Branch halls: town short names, or one per district. */
  readonly branches: readonly string[] | 'districts'
  readonly branchCounters: number
}

const add = (...parts: readonly (number | null)[]) => parts.reduce<number>((n, part) => n + (part ?? 0), 0)

/** Counters come from the documents where they name them (淮北, 仙桃); the rest, and every location, is assumed. */
const PLANS: Record<string, Plan> = {
  baiyun: {
    main: '区政务服务中心',
    short: '区中心',
    at: '云城',
    counters: 24,
    branches: ['太和', '石井', '同德', '钟落潭', '江高'],
    branchCounters: 4,
  },
  huaibei: {
    main: '市政务服务中心',
    short: '市中心',
    at: '任圩',
    counters: add(
      factValue('huaibei', 'hall_windows_promise'),
      factValue('huaibei', 'hall_windows_theme'),
      factValue('huaibei', 'hall_windows_instant'),
    ),
    branches: 'districts',
    branchCounters: 10,
  },
  heyuan: {
    main: '新市政务服务中心',
    short: '市中心',
    at: '东埔',
    counters: 40,
    branches: 'districts',
    branchCounters: 10,
  },
  zongyang: {
    main: '县政务服务中心',
    short: '县中心',
    at: '枞阳',
    counters: 4,
    // A county has one centre; what its towns' own counters do is not published and so not simulated.
    branches: [],
    branchCounters: 0,
  },
  xiantao: {
    main: '市政务服务中心',
    short: '市中心',
    at: '干河',
    counters: add(factValue('xiantao', 'hall_windows_comprehensive')),
    branches: ['彭场', '张沟', '西流河', '毛嘴'],
    branchCounters: 4,
  },
}

/** A counter's tickets in a year where no volume is published: about 40 a workday, a little under 白云's. */
const PER_COUNTER = 10_000
const PER_BRANCH_COUNTER = 9000

function place(town: Town) {
  return { code: town.code, name: town.short }
}

function townNamed(city: CityBase, short: string): Town {
  const town = city.towns.find((t) => t.short === short)
  if (!town) throw new Error(`${city.id} 没有名为 ${short} 的镇街`)
  return town
}

function branchesOf(city: CityBase, plan: Plan): DemoHall[] {
  const seats =
    plan.branches === 'districts'
      ? [...new Map(city.towns.toReversed().map((t) => [t.districtCode, t])).values()].toReversed()
      : plan.branches.map((short) => townNamed(city, short))
  return seats.map((town, i) => ({
    id: `branch-${i + 1}`,
    name: plan.branches === 'districts' ? `${town.district}政务服务中心` : `${town.name}便民服务中心`,
    short: plan.branches === 'districts' ? town.district : town.short,
    place: place(town),
    kind: 'branch',
    volume: { per: 'year', total: plan.branchCounters * PER_BRANCH_COUNTER },
    counters: countersOf(plan.branchCounters),
  }))
}

/** The halls of a city with their volumes: published totals where there are any, otherwise scaled from the counters. */
export function hallsOf(city: CityBase): DemoHall[] {
  const plan = PLANS[city.id]
  if (!plan) throw new Error(`没有 ${city.id} 的大厅方案`)
  const town = townNamed(city, plan.at)
  const main: DemoHall = {
    id: 'main',
    name: plan.main,
    short: plan.short,
    place: place(town),
    kind: 'main',
    volume: {
      per: 'year',
      total: factValue(city.id, 'hall_service_volume') ?? plan.counters * PER_COUNTER,
    },
    counters: countersOf(plan.counters),
  }
  const halls = [main, ...branchesOf(city, plan)]
  const cases = factValue(city.id, 'case_volume')
  if (cases === null) return halls
  const parts = apportion(
    cases,
    halls.map((h) => h.counters.reduce((a, b) => a + b, 0)),
  )
  return halls.map((hall, i) => ({ ...hall, volume: { per: 'half', total: parts[i] ?? 0 } }))
}
