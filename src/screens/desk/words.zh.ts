import type { EventKind } from '../../panel/alarms/journal'
import type { DeskKey } from './keys'

const event: Record<EventKind, string> = {
  raised: '出现',
  found: '已在',
  returned: '恢复',
  acknowledged: '确认',
  shelved: '搁置',
  unshelved: '取消搁置',
  expired: '搁置到期',
}

const keys: Record<DeskKey, string> = {
  next: '下一件',
  previous: '上一件',
  open: '到右侧看这一件',
  find: '查找',
  handover: '交接班',
  theme: '深色、浅色',
  legend: '按键说明',
}

/** The screen of whoever is on duty. */
export const words = {
  title: '值守台',
  wall: '大屏',
  theme: '深浅',
  region: (name: string) => `只看${name} ×`,
  lists: '清单',
  items: '事项',
  detail: '详情',
  tabs: { open: '需要处置', aside: '已搁置', returned: '恢复待确认' },
  find: '查找事项、地点、单位',
  found: (count: number, all: number) => `${all} 件中 ${count} 件`,
  none: { open: '当前没有需要处置的事项', aside: '没有搁置的事项', returned: '没有恢复而未确认的事项' },
  noneConnected: '已接入的域当前没有需要处置的事项',
  unread: (why: string | undefined) => (why === undefined ? '正在读取…' : `读不到清单：${why}`),
  noneFound: '没有这样的事项',
  unseen: (names: readonly string[]) => `${names.join('、')}情况不明，清单可能不全`,
  context: '值守情况',
  load: {
    title: '告警负荷',
    from: (at: string) => `本机自 ${at} 起记录`,
    recent: '近 10 分新增',
    peak: '10 分峰值',
    flood: '超负荷占时',
    standing: '在列',
    old: '超 24 时',
    chattering: '反复',
    top: '出现最多',
    times: (count: number) => `${count} 次`,
    flooding: (at: string) => `自 ${at} 起 10 分钟内超过 10 件，清单按类并列`,
  },
  more: (count: number) => `同类另 ${count} 件`,
  less: '收起同类',
  sources: '数据源',
  history: '刚刚发生',
  event,
  nothing: '本机还没有记录',
  called: (what: readonly string[]) => `新出现：${what.join('；')}`,
  grouped: (name: string, place: string | null, count: number) => `${name}${place ?? ''} ${count} 件`,
  study: (domain: string) => `${domain}研判`,
  handover: '交接班',
  keys: { title: '按键说明', of: keys, more: 'a 确认，s 搁置；在右侧 ← → 上一件、下一件，Esc 回到清单' },
}
export type Words = typeof words
