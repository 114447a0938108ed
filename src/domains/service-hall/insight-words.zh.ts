import type { Wanting } from './what-if-outlook'

const wanting: Record<Wanting, string> = {
  closed: '大厅不在取号时间，不作推演',
  services: '样本不足：今日与上周同日办结不足 10 件，不作推演',
  counters: '来源没有给出窗口，不作推演',
  arrivals: '样本不足：没有常态，今日取号也不足 10 张，不作推演',
}

/** What would be if more or fewer counters were open. Times are minutes unless they are clock times. */
export const words = {
  title: '加窗推演',
  projection: '推演',
  simulated: '推演 · 模拟',
  about: (hall: string, line: string | null, waiting: number) =>
    `${hall}${line === null ? '' : ` ${line}`} · 等候 ${waiting} 人`,
  late: (count: number, limit: number) => ` · 其中 ${count} 人已超 ${limit} 分`,
  choose: '推演哪个队列，各有几人等候',
  waiting: '正在推演…',
  failed: (why: string | undefined) =>
    why === undefined ? '来源没有给出号票，不能推演' : `不能推演：${why}`,
  wanting,
  verdict: {
    holds: (counters: number) => `现状 ${counters} 窗，此后取号者等候可不超限`,
    fewer: (counters: number, change: string) => `减到 ${counters} 窗（${change}），此后取号者等候仍可不超限`,
    more: (counters: number, change: string) => `增到 ${counters} 窗（${change}），此后取号者等候可不超限`,
    none: (counters: number, change: string, longest: string, back: string) =>
      `增到 ${counters} 窗（${change}），此后取号者仍可能等 ${longest} 分${back}`,
    back: (at: string) => `，约 ${at} 回到限内`,
  },
  head: {
    counters: '窗口',
    spread: (limit: number | null) => (limit === null ? '等候' : `等候 ┆ 限 ${limit}`),
    p50: '中位',
    p90: '九成',
    longest: '最长',
    coming: '新到',
    back: '限内',
    left: '仍候',
  },
  means: {
    p50: '一半的人等候不超过，分',
    p90: '九成的人等候不超过，分',
    longest: '最长等候，十次推演九次不超过，分',
    coming: '此后取号者的最长等候，十次推演九次不超过，分',
    back: '最长等候回到限内、此后不再超的时刻',
    left: (at: string) => `${at} 停止取号时仍在等候的人数`,
  },
  change: (change: number) => (change > 0 ? `+${change}` : `−${-change}`),
  present: '现状',
  enough: '达标',
  inside: '不超',
  outside: '未回',
  few: '<1',
  none: '—',
  key: (closes: string) =>
    `分钟。九成：九成的人不超过；新到：此后取号者最长；限内：何时回到限内；仍候：${closes} 停止取号时仍等候的人数`,
  assumptions: '依据与假设',
  grounds: {
    services: (count: number, mean: string, lastWeek: boolean) =>
      `办理：取自${lastWeek ? '今日与上周同日' : '今日'}本队列 ${count} 次（含过号占用），平均 ${mean} 分`,
    usual: (people: string, weeks: number | null, ofUsual: string) =>
      `到人：${weeks === null ? '' : `近 ${weeks} 周`}常态各时段取号 × 今日至今为常态的 ${ofUsual} × 本队列占比，关门前预计再来 ${people} 人`,
    today: (people: string) => `到人：没有各时段常态，按今日开门至今的速度，关门前预计再来 ${people} 人`,
    back: (counters: number, minutes: string) => `暂停的 ${counters} 窗按今日离岗时长，${minutes} 分内回岗`,
    noon: (from: string, to: string) => `${from}–${to} 午间值班按半数窗口`,
    noonNow: (to: string) => `现为午间值班，暂停的窗口 ${to} 回岗`,
    hours: '大厅未登记时间，按 17:00 停止取号',
    rules: '先到先办，窗口只办本队列；不计优先、弃号，也不计办理加快或减慢',
    until: '停止取号时仍候者按当时已等计入',
    runs: (runs: number) => `${runs} 次推演，各窗口数用同一批到人与办理时长`,
    enough: (limit: number) =>
      `达标：十次推演九次，此后取号者等候不超过规则限值 ${limit} 分的最少窗口；已在排队者的等候无法追回`,
  },
}
export type Words = typeof words
