import type { HotlineSeed } from '../../src/demo/hotline/document'
import type { HotlineDemo } from '../../src/demo/hotline/seed'
import type { CityBase } from './cities'
import { envelope } from './envelope'
import { AREAS, factValue } from './facts'
import { CATEGORIES, HOURS, KEY_ITEMS, REST_HOURS, TOWN_WEIGHTS } from './hotline-templates'

/** Why four of the five cities have no hotline feed to simulate: no total to add up to. */
const ABSENCES: Record<string, { reason: string; source: string }> = {
  huaibei: {
    reason: '2020 年度文件未公布 12345 热线数字，不作模拟',
    source: '淮北市数据资源管理局 2020 年度总结',
  },
  heyuan: {
    reason: '平台已升级，年度文件未公布工单数字，不作模拟',
    source: '河源市政务服务数据管理局 2020 年度报告',
  },
  zongyang: {
    reason: '仅公布来电咨询件数，口径非 12345，不作模拟',
    source: '枞阳县数据资源管理局 2020 年上半年总结',
  },
  xiantao: {
    reason: '仅公布本局转办单，非全市热线，不作模拟',
    source: '仙桃市政务服务和大数据管理局 2023 年总结',
  },
}

/** Seed of the hotline: the published figures, and for 白云 the parameters of a year that sums to them. */
export function buildHotline(city: CityBase): HotlineSeed {
  const absence = ABSENCES[city.id]
  if (absence) {
    const options = { areas: AREAS.hotline, sourceName: '12345 热线', cadenceSeconds: 60 }
    const absent = envelope(city, 'hotline', { ...options, absence: { kind: 'not-connected', ...absence } })
    return { document: { ...absent, operation: null }, demo: null }
  }
  const total = factValue(city.id, 'hotline_orders_closed') ?? 0
  const auto = (factValue(city.id, 'hotline_auto_dispatched') ?? 0) / total
  const demo: HotlineDemo = {
    yearTotal: total,
    hours: HOURS,
    restHours: REST_HOURS,
    towns: city.towns.map((t) => ({ code: t.code, name: t.short, weight: TOWN_WEIGHTS[t.short] ?? 1 })),
    categories: CATEGORIES,
    direct: 0.28,
    auto,
    repeat: 0.076,
    keyItems: KEY_ITEMS,
  }
  const whole = envelope(city, 'hotline', {
    areas: AREAS.hotline,
    sourceName: '12345 热线工单',
    cadenceSeconds: 60,
    basis: '按日分摊年度 31 万件（BY-049）；类别、镇街与办理进度为模拟',
  })
  return { document: { ...whole, operation: null }, demo }
}
