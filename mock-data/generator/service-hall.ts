import type { HallDemo } from '../../src/demo/service-hall/seed'
import type { HallSeed } from '../../src/demo/service-hall/document'
import { apportion, unit } from '../../src/lib/random'
import type { CityBase } from './cities'
import { envelope } from './envelope'
import { AREAS, factValue } from './facts'
import { hallsOf } from './service-hall-halls'
import { LINES, SLOTS } from './service-hall-templates'

/** What the simulated year adds up to, city by city. */
const BASIS: Record<string, string> = {
  baiyun: '区中心取号全年合计 27 万（BY-035），终端 320 台（BY-041）；镇街中心规模与各厅位置为假设',
  huaibei: '窗口 8+2+50 个（HB-028–030）、终端 49 处（HB-043）；年服务量未公布，按每窗年 1 万号假设',
  heyuan: '年服务量与窗口数未公布，按 40 个窗口、每窗年 1 万号假设；终端数未公布，不模拟',
  zongyang: '1–6 月合计 27629 件（ZY-015），7–12 月按同量推演；窗口数为假设，终端未公布',
  xiantao: '综合窗口 67 个（XT-017）；年服务量未公布，按每窗年 1 万号假设；终端未公布，不模拟',
}

/** The year of chance shown; 白云's has its Wednesday rush on the reference day. */
const SEEDS: Record<string, string> = { baiyun: 'baiyun-41249' }

/** Five levels, best first: good reviews are published as 99.8–99.99 %, so bad ones are rare. */
const LEVELS = [930, 58, 10.9, 0.72, 0.38]

function terminalsOf(city: CityBase): HallDemo['terminals'] {
  const total = factValue(city.id, 'selfservice_terminals')
  if (total === null) return null
  const weights = city.towns.map((t) => 0.7 + 0.6 * unit('terminals', city.id, t.code))
  return { unit: city.id === 'huaibei' ? '处' : '台', counts: apportion(total, weights) }
}

/** Seed of the service halls: published figures, and the parameters of a year that sums to them. */
export function buildServiceHall(city: CityBase): HallSeed {
  const demo: HallDemo = {
    seed: SEEDS[city.id] ?? city.id,
    lines: LINES,
    slots: SLOTS,
    halls: hallsOf(city),
    towns: city.towns.map((t) => ({ code: t.code, name: t.short })),
    terminals: terminalsOf(city),
    rating: { share: 0.52, levels: LEVELS },
  }
  const whole = envelope(city, 'service-hall', {
    areas: AREAS['service-hall'],
    sourceName: '统一预约叫取号评价系统',
    cadenceSeconds: 60,
    basis: BASIS[city.id] ?? '规模为假设',
  })
  return { document: { ...whole, operation: null }, demo }
}
