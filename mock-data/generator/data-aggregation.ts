import type { CatalogueClass, DataOperation } from '../../src/domains/data-aggregation/contract'
import type { DataSeed } from '../../src/demo/data-aggregation/document'
import type { DataDemo } from '../../src/demo/data-aggregation/seed'
import { apportion, unit } from '../../src/lib/random'
import type { CityBase } from './cities'
import { fact, PROFILES, type Profile } from './data-aggregation-profiles'
import { CONSUMERS, ISSUE_TITLES, UNITS, WANTED } from './data-aggregation-units'
import { envelope } from './envelope'
import { AREAS, factValue } from './facts'

const CYCLES: Record<string, number> = { w: 7, m: 30 }

function departmentsOf(city: string): DataDemo['departments'] {
  const units = (UNITS[city] ?? []).map((line) => line.split('|'))
  // Few units hold most of the records; those that load weekly or monthly are small.
  const weights = units.map(
    ([name = '', , cycle], i) =>
      ((cycle === undefined ? 1 : 0.12) * (0.75 + 0.5 * unit(city, name))) / (i + 2.2) ** 1.15,
  )
  const total = weights.reduce((a, b) => a + b, 0)
  const classes = factValue(city, 'data_resource_classes')
  const spread =
    classes === null
      ? null
      : apportion(
          classes,
          weights.map((w) => Math.sqrt(w)),
        )
  return units.map(([name = '', library = '', cycle], i) => ({
    id: `d${String(i + 1).padStart(2, '0')}`,
    name,
    library,
    weight: Math.round(((weights[i] ?? 0) / total) * 1e6) / 1e6,
    cycleDays: CYCLES[cycle ?? ''] ?? 1,
    classes: spread === null ? null : (spread[i] ?? 0),
  }))
}

function demoOf(city: CityBase, profile: Profile): DataDemo {
  return {
    seed: profile.seed,
    owner: profile.owner,
    operator: profile.operator,
    baseYear: profile.baseYear,
    baseRecords: fact(city.id, 'data_records_aggregated'),
    growthPerYear: profile.growthPerYear,
    callsPerYear: profile.callsPerYear,
    issuesPerYear: profile.issuesPerYear,
    applicationsPerYear: city.id === 'baiyun' ? 84 : 60,
    lateShare: profile.lateShare,
    departments: departmentsOf(city.id),
    consumers: (CONSUMERS[city.id] ?? []).map((name, i) => ({
      id: `c${String(i + 1).padStart(2, '0')}`,
      name,
      weight: Math.round(1e4 / (i + 1.6) ** 1.05) / 1e4,
    })),
    towns: city.towns.map(({ code, name }) => ({ code, name })),
    issueTitles: ISSUE_TITLES,
    wanted: WANTED.filter(([, level]) => level !== '市级' || city.id === 'baiyun').map(([name, level]) => ({
      name,
      level,
    })),
  }
}

const CLASSES = [
  ['provincial', '政务省级'],
  ['gov_custom', '政务个性化'],
  ['social', '社会数据'],
  ['economic', '经济数据'],
] as const

function catalogueOf({ classes, unit: unitName, assumedSplit, scope }: Profile): DataOperation['catalogue'] {
  const rows: CatalogueClass[] = classes.map(([entries, done], i) => ({
    id: (CLASSES[i]?.[0] ?? '').replace('_', '-'),
    name: CLASSES[i]?.[1] ?? '',
    metric: `data_mount_rate_${CLASSES[i]?.[0] ?? ''}`,
    entries,
    mounted: done,
    rate: Math.round((done / entries) * 1000) / 10,
  }))
  const total = rows.reduce((n, r) => n + r.entries, 0)
  const done = rows.reduce((n, r) => n + r.mounted, 0)
  const period = `此刻 ${scope}`
  return {
    entries: { value: total, unit: unitName, period },
    unmounted: { value: total - done, unit: unitName, period },
    rate: { value: Math.round((done / total) * 1000) / 10, unit: '%', period },
    assumedSplit,
    classes: rows,
  }
}

/** What does not move: the catalogue, and what came back from other levels. */
function operationOf({ scope, platform, unit: unitName, ...profile }: Profile): DataOperation {
  return {
    scope,
    platform,
    catalogue: catalogueOf({ scope, platform, unit: unitName, ...profile }),
    returns: {
      total: {
        // Interfaces and data sets are not one quantity: a city that counts both gets no total.
        value: profile.mixedSources ? null : profile.sources.reduce((n, [, , count]) => n + count, 0),
        unit: profile.sources[0]?.[3] ?? '类',
        period: `此刻 ${scope}`,
      },
      sources: profile.sources.map(([id, name, count, own]) => ({ id, name, count, unit: own })),
      // Every demo counts them anew.
      pending: { value: null, unit: '项', period: `此刻 ${scope}` },
    },
  }
}

/** Why a city has no data scene: what its own document says, or does not say. */
const ABSENCES = {
  zongyang: {
    kind: 'not-built',
    reason: '县数据中心尚未建设，各部门数据没有归集，因此没有汇聚量、目录与共享调用',
    source: '枞阳县数据资源管理局 2020 年上半年工作总结（存在问题）',
  },
  heyuan: {
    kind: 'not-connected',
    reason: '2020 年度报告没有公布数据归集与共享数字，也未接入数据源',
    source: '河源市政务服务数据管理局 2020 年法治政府建设情况报告',
  },
} as const

/** The data seed of `city`: published figures, the parameters of its demo, or the reason why there is neither. */
export function buildDataAggregation(city: CityBase): DataSeed {
  const profile = PROFILES[city.id]?.()
  const absence = Object.entries(ABSENCES).find(([id]) => id === city.id)?.[1]
  const whole = envelope(city, 'data-aggregation', {
    areas: AREAS['data-aggregation'],
    sourceName: profile ? `${profile.platform}日批次` : '数据汇聚平台',
    cadenceSeconds: 86_400,
    ...(profile ? { basis: profile.basis } : {}),
    ...(absence ? { absence } : {}),
  })
  return profile
    ? { document: { ...whole, operation: operationOf(profile) }, demo: demoOf(city, profile) }
    : { document: { ...whole, operation: null }, demo: null }
}
