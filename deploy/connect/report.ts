import type { FoundEnvelope, FoundList } from './answer'
import { isCoded, type Field } from './fields'
import { isPlain } from './personal'

const FORMS = { text: '', compact: '，紧凑写法', seconds: '，秒', milliseconds: '，毫秒' } as const

/** Most words of a field that are listed. */
const MOST_WORDS = 12

/** What a field seems to hold, in a few words. No value of a person, nor one that might be, is among them. */
function heldIn(field: Field): string {
  const { times, words, number, personal } = field
  if (field.list) return '列表或对象'
  if (personal !== null) return `像是个人信息（${personal}），不显示`
  if (words.size === 0) return '都没有值'
  if (times !== null) {
    const zone = times.zoned ? '' : '，无时区'
    return `时间${times.format === null ? FORMS[times.form] : `，${times.format}`}${zone}`
  }
  if (field.place !== null) return field.place === 'code' ? '区划代码' : '镇街名称'
  if (field.unique) return '互不相同'
  if (field.flag && words.size > 1) return `是否：${listed(field)}`
  const figures = number === null ? '' : `数 ${number[0]}–${number.at(-1)}`
  if (isCoded(field)) return `${figures === '' ? '' : `${figures}，`}${words.size} 个词：${listed(field)}`
  return figures === '' ? `${words.size} 种文字` : figures
}

function listed({ words, rows, blank }: Field): string {
  // What hardly comes again may be somebody whom no rule knows.
  const comesAgain = words.size * 1.5 <= rows - blank
  const plain = [...words]
    .filter(([word]) => isPlain(word) && word.length <= 24 && (comesAgain || !/\p{Script=Han}/u.test(word)))
    .toSorted((a, b) => b[1] - a[1])
  const told = plain.slice(0, MOST_WORDS).map(([word, count]) => `${word}×${count}`)
  const more = words.size - told.length
  return [...told, ...(more > 0 ? [`另 ${more} 个不列出`] : [])].join(' ')
}

function fieldLine(field: Field): string {
  const { way, rows, present, blank, json } = field
  const there = present === rows ? '' : `，${rows - present} 行没有`
  return `  ${way} ${present - blank}/${rows} 行有值${there} · ${json ? 'JSON 文字中，' : ''}${heldIn(field)}`
}

const listLine = ({ way, rows, total, next }: FoundList): string =>
  [
    `${way === '' ? '（整个返回）' : way} ${rows.length} 行`,
    ...(total ? [`总数 ${total.way} = ${total.value}`] : []),
    ...(next === null ? [] : [`下一页 ${next}`]),
  ].join('，')

/** What was found in an answer, line by line. */
export function reportLines(
  lists: readonly FoundList[],
  chosen: FoundList,
  envelope: FoundEnvelope | undefined,
  fields: readonly Field[],
): readonly string[] {
  const rule = envelope?.rule
  return [
    rule === undefined
      ? '信封：没有'
      : `信封：${rule.code} = ${JSON.stringify(rule.ok[0])}${rule.message === undefined ? '' : `，说明 ${rule.message}`}${rule.data === undefined ? '' : `，数据 ${rule.data}`}`,
    `列表：${listLine(chosen)}`,
    ...lists.filter((list) => list !== chosen).map((list) => `另有：${listLine(list)}（--from 可选）`),
    `字段：${fields.length} 个`,
    ...fields.map(fieldLine),
  ]
}
