import { initialsOf } from './initials'
import { VOCABULARY } from './vocabulary'

const TIME = /^(?:at|time|date|datetime|dt|tm|on|ts|timestamp)$/
const NUMBER = /^(?:no|id|num|number|bh|uuid|code)$/
/** A word that stands for a code beside it. */
const WORDED = /(?:_?dict_?text|_?name|_?text|_?label|mc|ms)$/i

const COUNT = /(?:num|count|cnt)$/i

/** Words of a name, each as it is compared: `acceptedAt`, `accept_date` → accept, time. */
function tokensOf(name: string): readonly string[] {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d\p{Script=Han}]+/u)
    .filter((word) => word !== '')
  return words.map((word) => {
    if (TIME.test(word)) return 'time'
    if (NUMBER.test(word)) return 'no'
    const stem = word.length > 4 ? word.replace(/(?:ed|ing|s)$/, '') : word
    return stem.length > 3 ? stem.replace(/e$/, '') : stem
  })
}

function byWords(field: readonly string[], called: readonly string[]): number {
  const shared = called.filter((word) => field.includes(word))
  // That both are times, or both numbers, says nothing of what they are.
  if (shared.every((word) => word === 'time' || word === 'no')) return 0
  if (shared.length < called.length) return 0.4 * (shared.length / called.length)
  return 0.75 + 0.25 * (called.length / field.length)
}

/** Whether the letters of `short` stand in `long` in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

function byInitials(field: string, called: string): number {
  if (field.length < 2 || called.length < 2) return 0
  if (field === called) return field.length > 2 ? 1 : 0.9
  const [short, long] = field.length < called.length ? [field, called] : [called, field]
  const share = short.length / long.length
  if (long.endsWith(short) || long.startsWith(short)) return 0.55 + 0.35 * share
  return short.length > 2 && isWithin(short, long) && share >= 0.4 ? 0.45 + 0.2 * share : 0
}

/** What a column is called in Chinese: by its description up to the first stop, and by what systems call it. */
function chineseOf(column: string, about: string): readonly string[] {
  const [head = ''] = about.split(/[，；：。（、,;:(]/)
  const bare = head
    .replaceAll(/的|该/g, '')
    .replace(/^(?:最近一次|来源最近|一级|列入|当前|今日|本班|此刻)/, '')
  return [bare, bare.replace(/名称$/, ''), ...(VOCABULARY[column]?.zh ?? [])].filter(
    (word) => word.length > 1,
  )
}

/**
 * How much the name of a field looks like that of a column, 0–1: in English by its words, in Chinese as it is written or by the initials of
 * its pinyin. `way` is told by its last step, and less by what stands before.
 */
export function likeness(way: string, column: string, about: string): number {
  const name = way.slice(way.lastIndexOf('.') + 1)
  const english = [column, ...(VOCABULARY[column]?.en ?? [])].map(tokensOf)
  const chinese = chineseOf(column, about)
  const best = (written: string) => {
    const letters = written.toLowerCase().replaceAll(/[^a-z\d\p{Script=Han}]/gu, '')
    return Math.max(
      ...english.map((called) => byWords(tokensOf(written), called)),
      ...chinese.map((called) =>
        called === letters ? 1 : byInitials(initialsOf(letters), initialsOf(called)),
      ),
    )
  }
  // A count is no hour.
  if (/时刻|时间/.test(about) && COUNT.test(name)) return 0
  const bare = name.replace(WORDED, '')
  // Where a number is asked for, the name beside it is the less likely.
  const share = /编号|代号|编码/.test(about) ? 0.85 : 0.97
  return Math.max(
    best(name),
    bare === name || bare === '' ? 0 : share * best(bare),
    way === name ? 0 : 0.9 * best(way),
  )
}
