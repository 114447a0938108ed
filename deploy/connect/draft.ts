import type { Personal } from '../../src/config/source'
import type { AnyKind } from '../../src/contract/records/kind'
import type { Drafted } from './address'
import { waysBelow, type FoundEnvelope, type FoundList } from './answer'
import type { Field } from './fields'
import { draftRules, OPEN, type Rules } from './rules'

export interface Sample {
  readonly list: FoundList
  readonly envelope: FoundEnvelope | undefined
  readonly fields: readonly Field[]
  readonly bytes: number
}

export interface Draft {
  /** The source by its name, as it stands in `sources`. */
  readonly source: Readonly<Record<string, unknown>>
  readonly notes: readonly string[]
}

const MOST_BYTES = 50_000_000
const USUAL_BYTES = 2_000_000
const FREE_TEXT = /标题|理由|内容|描述/

/** What is masked before anything else sees it: dropped where no column reads it. */
function personalOf(
  fields: readonly Field[],
  rules: Rules | null,
  kind: AnyKind | null,
): Record<string, Personal> {
  const last = (way: string) => way.slice(way.lastIndexOf('.') + 1)
  const found: Record<string, Personal> = {}
  for (const field of fields) {
    const column = rules?.used.get(field)
    const key = fields.some((other) => other !== field && last(other.way) === last(field.way))
      ? field.way
      : last(field.way)
    const reads = column !== undefined && FREE_TEXT.test(kind?.columns[column]?.about ?? '')
    if (key.length > 60) continue
    if (column === undefined && field.personal !== null) found[key] = 'drop'
    else if (reads) found[key] = 'text'
    else if (field.personal !== null) found[key] = field.personal
  }
  return found
}

const CALLED: Readonly<Record<Personal, string>> = {
  name: '姓名',
  phone: '电话',
  id: '证件号',
  plate: '车牌',
  address: '地址',
  company: '企业名',
  text: '含个人信息的文字',
  drop: '账号或密码',
  number: '数',
  public: '公开名称',
}

function listNotes({ list, envelope, fields }: Sample, address: Drafted): readonly string[] {
  const notes: string[] = []
  const length = list.rows.length
  if (envelope === undefined) notes.push('没有信封：HTTP 200 即为正常；若接口会用 200 报错，请写 envelope')
  else if (envelope.rule.auth.length === 0)
    notes.push(`? envelope.auth：会话过期时 ${envelope.rule.code} 是什么`)
  if (list.total === null) notes.push('没有找到总数：行被截断时无从发现')
  else if (list.total.value > length && !address.paged)
    notes.push(
      `? 只收到 ${length} 行，共 ${list.total.value} 行：地址要能翻页（{page} 与 {size}、{offset} 或 {cursor}）`,
    )
  if (list.opened.some((way) => way !== envelope?.rule.data))
    notes.push(`? ${list.opened.join('、')} 是写成文字的 JSON，records.from 不能穿过它，须由接口直接给出`)
  const times = fields.filter((field) => field.times !== null && !field.times.zoned)
  if (times.length > 0)
    notes.push(
      `? zone：${times
        .map(({ way }) => way)
        .slice(0, 3)
        .join('、')} 等时间没有时区，先按 +08:00，请确认不是 UTC`,
    )
  return notes
}

function personalNotes(
  fields: readonly Field[],
  personal: Readonly<Record<string, Personal>>,
): readonly string[] {
  const seen = fields.filter((field) => field.personal !== null)
  if (Object.keys(personal).length === 0)
    return ['? personal：没有看出个人信息；姓名不能由程序认全，请自己再看一遍']
  const told = seen.map((field) => `${field.way} ${CALLED[field.personal ?? 'text']}`)
  return [
    `? personal：${told.length > 0 ? `像是个人信息的有 ${told.join('、')}；` : ''}其余字段请自己再看一遍`,
  ]
}

/** A source of records for what was found in a sample, with `?` wherever a person must decide, and what there is to decide. */
export function draftSource(sample: Sample, kind: AnyKind | null, address: Drafted): Draft {
  const { list, envelope, fields, bytes } = sample
  const data = envelope?.rule.data
  const rules = kind && draftRules(fields, kind)
  const personal = personalOf(fields, rules, kind)
  const records = {
    ...(waysBelow(list.way, data) === '' ? {} : { from: waysBelow(list.way, data) }),
    ...(list.total ? { total: waysBelow(list.total.way, data) } : {}),
    ...(list.next === null || !address.url.includes('{cursor}') ? {} : { next: waysBelow(list.next, data) }),
    ...(address.size === null || !address.paged ? {} : { size: address.size }),
    ...(address.firstPage === null ? {} : { firstPage: address.firstPage }),
    ...(rules && { fields: rules.fields }),
  }
  const whole =
    (bytes / list.rows.length) * Math.max(list.rows.length, address.paged ? 0 : (list.total?.value ?? 0))
  const source = {
    poll: {
      url: address.url,
      everyMs: 60_000,
      ...(whole > USUAL_BYTES / 2
        ? { maxBytes: Math.min(MOST_BYTES, Math.ceil(whole / 1e6) * 4_000_000) }
        : {}),
    },
    ...(envelope && {
      envelope: { ...envelope.rule, auth: envelope.rule.auth.length > 0 ? envelope.rule.auth : undefined },
    }),
    ...(Object.keys(personal).length > 0 ? { personal } : {}),
    about: { name: OPEN, owner: OPEN, cadenceSeconds: OPEN },
    records,
  }
  const notes = [
    '? about：数据叫什么（name）、谁在管（owner）、对方多少秒更新一次（cadenceSeconds，数字）',
    ...address.notes,
    ...listNotes(sample, address),
    ...personalNotes(fields, personal),
    ...(rules?.notes ?? []),
  ]
  return { source: { [kind?.id ?? OPEN]: source }, notes }
}
