import type { AlarmState } from '../../panel/alarms/journal'

const state: Record<AlarmState, string> = {
  raised: '待确认',
  acknowledged: '已确认',
  returned: '已恢复，待确认',
  shelved: '已搁置',
  cleared: '已恢复',
}

/** What somebody of the room does about an exception: takes notice, puts it aside, takes it back. */
export const words = {
  state,
  acknowledge: '确认',
  shelve: '搁置…',
  unshelve: '取消搁置',
  since: (at: string, by: string | null) => (by === null ? `${at} 确认` : `${at} 由 ${by} 确认`),
  returned: (at: string) => `${at} 已不在清单上，转为正常`,
  unsure: '来源中断，不知是否仍在',
  shelved: (until: string, reason: string, by: string | null) =>
    [`搁置至 ${until}`, reason, ...(by === null ? [] : [`由 ${by}`])].join(' · '),
  chatters: (times: number) => `10 分钟内反复 ${times} 次，已并作一件`,
  again: (times: number, since: string) => `本机自 ${since} 起第 ${times} 次出现`,
  local: '只在本机记录',
  shared: '各席位共用',
  unsent: (waiting: number, why: string) =>
    waiting > 0 ? `${waiting} 条未送达其他席位，将再送：${why}` : `其他席位未收下：${why}`,
  deaf: (why: string) => `其他席位的确认与搁置读不到：${why}`,
  lost: '本机不能保存：刷新后不再记得',
  form: {
    title: '搁置到何时、为何',
    reason: '原因',
    reasons: ['已知施工', '设备检修', '已在处置', '等待回复', '数据待核'],
    other: '其他原因',
    until: '到',
    spans: { half: '30 分钟', two: '2 小时', shift: '至交班', day: '24 小时' },
    done: '搁置',
    back: '不搁置',
    note: '搁置期间不标红、不计入需要处置；到时自动重提',
  },
  list: {
    aside: '已搁置',
    returned: '已恢复，待确认',
    none: '没有',
    unknown: (name: string) => `没有名为 ${name} 的清单`,
  },
}
export type Words = typeof words
