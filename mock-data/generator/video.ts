import { apportion, unit } from '../../src/lib/random'
import type { VideoSeed } from '../../src/demo/video/document'
import type { VideoDemo } from '../../src/demo/video/seed'
import type { CityBase, Town } from './cities'
import { envelope } from './envelope'
import { AREAS, factValue } from './facts'
import { TOWN_WEIGHTS } from './hotline-templates'
import {
  CLIPS,
  DEVICE_TYPES,
  SHIFTS,
  TEMPLATES,
  type SourceTemplate,
  type VideoTemplate,
} from './video-templates'

/** Why three of the five cities have no cameras to simulate: no published total to apportion. */
const ABSENCES: Record<string, { reason: string; source: string }> = {
  heyuan: { reason: '年度文件未公布视频路数，不作模拟', source: '河源市政务服务数据管理局 2020 年度报告' },
  zongyang: { reason: '年度文件未公布视频路数，不作模拟', source: '枞阳县数据资源管理局 2020 年上半年总结' },
  xiantao: { reason: '年度文件未公布视频路数，不作模拟', source: '仙桃市政务服务和大数据管理局 2023 年总结' },
}

const BASIS: Record<string, string> = {
  baiyun: '总路数按公布的 3.6 万路分摊（BY-015）；来源、类型、镇街与在线状态为模拟',
  huaibei: '总路数按公布的 7 部门 1700 路分摊（HB-047）；部门、镇街与在线状态为模拟',
}

/** Seed of the cameras: the published figures, and the network that the published number of channels is spread over. */
export function buildVideo(city: CityBase): VideoSeed {
  const template = TEMPLATES[city.id]
  const total = factValue(city.id, 'video_channels')
  const common = { areas: AREAS.video, sourceName: '视频汇聚平台', cadenceSeconds: 120 }
  if (!template || total === null) {
    const absence = ABSENCES[city.id]
    if (!absence) throw new Error(`${city.id} 没有视频数据，也没有说明原因`)
    const absent = envelope(city, 'video', { ...common, absence: { kind: 'not-connected', ...absence } })
    return { document: { ...absent, operation: null }, demo: null }
  }
  const whole = envelope(city, 'video', { ...common, basis: BASIS[city.id] ?? '规模为假设' })
  return { document: { ...whole, operation: null }, demo: demoOf(city, template, total) }
}

function demoOf(city: CityBase, template: VideoTemplate, total: number): VideoDemo {
  const { sources } = template
  const parts = apportion(
    total,
    sources.map((s) => s.weight),
  )
  const depts = factValue(city.id, 'video_depts_connected')
  if (depts !== null && depts !== sources.length) throw new Error(`${city.id} 公布 ${depts} 个部门`)
  const known = new Set([
    ...sources.flatMap(({ places }) => places),
    ...template.groups.map(([, , , label]) => label),
  ])
  const codeOf = new Map(city.towns.map((t) => [t.short, t.code]))
  return {
    seed: template.seed,
    towns: city.towns.map((t) => ({ code: t.code, name: t.short })),
    types: DEVICE_TYPES,
    sources: sources.map((source, i) => ({
      key: source.key,
      label: source.label,
      group: source.group,
      owner: source.owner,
      offline: source.offline,
      picture: source.picture,
      storage: source.storage,
      mislabelled: source.mislabelled,
      types: [...source.types],
      places: [...source.places],
      channels: apportion(
        parts[i] ?? 0,
        city.towns.map((t) => townWeight(city, t, source)),
      ),
    })),
    groups: template.groups.map(([key, source, short, label, channels, chance]) => {
      const town = codeOf.get(short)
      if (town === undefined) throw new Error(`${city.id} 没有镇街 ${short}`)
      return { key, source, town, label, channels, chance }
    }),
    // Only what there is in this city.
    clips: Object.fromEntries(
      Object.entries(CLIPS)
        .map(([clip, places]) => [clip, places.filter((place) => known.has(place))] as const)
        .filter(([, places]) => places.length > 0),
    ),
    shifts: SHIFTS,
    plans: template.plans.map(([key, name, channels, dwellSeconds, cells, rounds]) => ({
      key,
      name,
      channels,
      dwellSeconds,
      cells,
      rounds,
    })),
  }
}

/** More people, more cameras; development zones have fewer; some sources gather where their object is (rivers). */
function townWeight(city: CityBase, town: Town, source: SourceTemplate): number {
  const size = TOWN_WEIGHTS[town.short] ?? (/区$|园$/.test(town.short) ? 0.45 : 1)
  const own = 0.75 + 0.5 * unit('video-channels', city.id, town.code, source.key)
  return size * own * (source.more?.[town.short] ?? 1)
}
