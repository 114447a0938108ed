import * as z from 'zod/mini'
import { MOST_CURSOR } from '../../src/contract/answers'
import { count, list, moment, regionCode, text } from '../../src/contract/primitives'
import type { AnyKind, Column } from '../../src/contract/records/kind'
import { counted, listed, type Field, type Fields } from './field'

// By glob, so that a new kind is published without an edit here.
const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/domains/*/records.ts', {
  eager: true,
})

const isKind = (value: unknown): value is AnyKind =>
  typeof value === 'object' && value !== null && 'columns' in value && 'key' in value && 'id' in value

/** Every kind of records of the program, by id. */
export const recordKinds: readonly AnyKind[] = Object.values(modules)
  .flatMap((module) => Object.values(module).filter(isKind))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Rows one answer may bring. */
const MOST_RECORDS = 50_000

const MARK = '超长时截短并加省略号'

/** What is right to send: the program itself reads more tolerantly (numbers as text, blanks as unknown, long texts shortened). */
function cell(column: Column, isKey: boolean): z.ZodMiniType {
  switch (column.type) {
    case 'text':
      if (isKey) return text(column.most)
      return column.required ? z.string().check(z.minLength(1)) : z.string()
    case 'code':
      return column.of === null ? z.string() : z.enum(column.of)
    case 'place':
      return z.object({ code: regionCode, name: z.optional(z.string()) })
    case 'time':
      return moment
    case 'number':
      return z.number().check(z.gte(column.low), z.lte(column.high))
    case 'flag':
      return z.boolean()
  }
}

function row({ columns, key, notBefore }: AnyKind) {
  const cells = Object.entries(columns).map(([name, column]): [string, z.ZodMiniType] => {
    const sent = cell(column, name === key)
    return [name, column.required ? sent : z.optional(z.nullable(sent))]
  })
  const orders = Object.entries(notBefore).map(([late, early]) =>
    z.refine<Readonly<Record<string, unknown>>>(
      (sent) => !(Date.parse(String(sent[late])) < Date.parse(String(sent[String(early)]))),
      { path: [late], error: `早于 ${early}` },
    ),
  )
  const plain = z.object(Object.fromEntries(cells))
  return orders.length === 0 ? plain : plain.check(...orders)
}

/** What is sent for a kind of records. */
export const sentRecords = (kind: AnyKind) =>
  z.object({
    contract: z.literal(`${kind.id}/${kind.version}`),
    asOf: moment,
    total: z._default(z.nullable(count), null),
    next: z._default(z.nullable(text(MOST_CURSOR)), null),
    rows: list(row(kind), MOST_RECORDS),
  })

function columnField(name: string, column: Column, { key, changed }: AnyKind): Field {
  const also = [
    name === key && '同一编号再来，即为同一件的更新',
    name === changed && '较早的状态不会盖过较新的',
    (column.type === 'text' || (column.type === 'code' && column.of === null)) &&
      name !== key &&
      `至多 ${column.most} 字，${MARK}`,
  ]
  return { about: [column.about, ...also].filter(Boolean).join('；') }
}

/** What is said of its fields: columns speak for themselves. */
export function kindFields(kind: AnyKind): Fields {
  const columns = Object.entries(kind.columns).flatMap(([name, column]): [string, Field][] => [
    [`rows.[].${name}`, columnField(name, column, kind)],
    ...(column.type === 'place'
      ? ([
          [`rows.[].${name}.code`, { about: '行政区划代码' }],
          [`rows.[].${name}.name`, { about: '名称' }],
        ] satisfies [string, Field][])
      : []),
  ])
  return {
    contract: '契约与主版本，其余拒绝',
    asOf: '数据自身的时间，带时区；此后发生的视为尚未发生',
    total: counted('行', '总行数；收到的少于它则整份拒绝，不少算。不计数的写 null 或不写'),
    next: '下一页的游标，原样送回 cursor；末页为 null 或不写',
    rows: listed('不限', '记录，一行一件，整个城市的；不知道的列写 null 或不写'),
    ...Object.fromEntries(columns),
  }
}
