import type { KeyName } from './keys'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: 'Esc',
}
const sign = (key: string) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)

const does: Readonly<Record<Exclude<KeyName, 'scene'>, string>> = {
  next: '下一个场景（翻页器亦可）；清单打开时翻到下一页',
  previous: '上一个场景；清单打开时翻到上一页',
  theme: '深色、浅色切换',
  health: '打开数据健康',
  why: '看第一件需要处置的事项为什么在此；← → 逐件看',
  desk: '到值守台：逐件确认、搁置，交接班',
  city: '关闭打开的清单或详情；都没有时回到全域',
  legend: '打开本说明',
}

/** The legend of the keys, and what stands below a wrong link. */
export const words = {
  title: '按键说明',
  keys: (keys: readonly string[]) => keys.map(sign).join('　'),
  scenes: (scenes: readonly (readonly [key: string, title: string])[]) =>
    scenes.map(([key, title]) => `${key} ${title}`).join('，'),
  does,
  usual: '其余照常显示',
}
export type Words = typeof words
