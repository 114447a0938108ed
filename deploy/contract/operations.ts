import { MOST_CURSOR, MOST_ROWS } from '../../src/contract/answers'
import type { Kind } from '../../src/contract/resource'
import { contractOf, nameOf } from './baseline'
import { MOST_REASON, type ActionField } from '../../src/panel/action'
import { at, isObject, type Json, type JsonObject } from './json'
import { filtersOf, type PublishedResource } from './resources'

/** An address in the grammar of `sources.<id>.poll.url` and `act.url`; parts of a question without a place in it follow as a query. */
const TEMPLATES: Readonly<Record<Kind, string>> = {
  document: 'api/{city}/{dataset}/{region}',
  list: 'api/{city}/{dataset}/{region}',
  record: 'api/{city}/{dataset}/{region}/{id}',
  points: 'api/{city}/{dataset}/{region}',
  action: 'api/{city}/{dataset}/{region}/{id}',
  // Of the whole city: a town is a part of them.
  records: 'api/{city}/{dataset}',
}

export const TAGS: Readonly<Record<Kind, { readonly name: string; readonly description: string }>> = {
  document: { name: '数据集', description: '一个数据集一份文档' },
  list: { name: '列表', description: '按页给出的行，键集分页' },
  record: { name: '记录', description: '按编号取一条' },
  points: { name: '点位', description: '地图上的点，一次给全' },
  action: { name: '操作', description: '以 POST 办一件事，应答回执' },
  records: { name: '原始记录', description: '一行一件，文档中的各数由程序按行计数' },
}

export const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } })
export const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` })

const STATUS = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  TooMany: 429,
  Unavailable: 503,
} as const

export const errors = (names: readonly (keyof typeof STATUS)[]): JsonObject =>
  Object.fromEntries(names.map((name) => [String(STATUS[name]), ref('responses', name)]))

/** Where a resource is asked for by the address grammar, and what is asked. */
export function operationOf(resource: PublishedResource): readonly [path: string, item: JsonObject] {
  const { id, kind } = resource
  const template = TEMPLATES[kind]
  const places = ['city', 'region', 'id'].filter((name) => template.includes(`{${name}}`))
  const operation = kind === 'action' ? { post: post(resource) } : { get: get(resource) }
  const path = `/${template.replace('{dataset}', id)}`
  return [path, { parameters: places.map((name) => ref('parameters', name)), ...operation }]
}

/** What becomes of a wall whose city does not answer it. */
function without({ kind, derivable }: PublishedResource): string {
  if (derivable) return '可以不提供：`sources` 中写 `{ "derive": { "everyMs": 5000 } }`，由其他数据集汇成。'
  if (kind === 'records') return '可以不提供：文档由接口直接给出时不需要。'
  if (kind === 'action') return '没有这项操作时不提供，也不写 `sources`，按钮不出现。'
  const shown = kind === 'document' ? '面板显示“未接入”' : '用到它的地方显示“未接入”'
  return `没有这个系统时不提供，也不写 \`sources\`，${shown}。`
}

function about(resource: PublishedResource): JsonObject {
  const { id, kind, title, current } = resource
  const contract = nameOf(contractOf(current))
  return {
    operationId: id,
    tags: [TAGS[kind].name],
    summary: `${title}（${contract}）`,
    description: `${WORDS[kind](contract)}${without(resource)}`,
  }
}

const WORDS: Readonly<Record<Kind, (contract: string) => string>> = {
  document: (contract) => `一份 ${contract} 文档。`,
  list: (contract) =>
    `${contract} 的一页。按键集分页：\`next\` 记下本页末行的位置（排序字段与编号），不是页码；其间增减的行不使其余的行重复或遗漏。`,
  record: (contract) => `${contract} 的一条；没有这个编号时应答 200，\`row\` 为 null。`,
  points: (contract) => `${contract} 的全部点位，不分页。`,
  records: (contract) =>
    `${contract} 的记录，整个城市的。给出它，文档中由它算出的部分就不必再给；一次给全，或按页给出。`,
  action: (contract) =>
    `办一件事，应答 ${contract} 的回执。同一个 \`Idempotency-Key\` 只办一次：网络中断、超时或 5xx 时，页面以同一个键再试，至多共 4 次；键已见过时应答原来的回执，仍在办理的应答它现在的状态。没有键的应答 400。不能办时应答 200，\`state\` 为 refused；尚未办完时为 pending，页面隔几秒以同一个键再问。操作的人是谁由会话得知，不在内容中。`,
}

/** The answer to a question that was understood. */
const answered = ({ id }: PublishedResource, extra: JsonObject): JsonObject => ({
  description: `符合 ${id}.schema.json。业务失败不要用 200 加业务码；已有系统如此，用 \`envelope\` 写明。`,
  headers: { ...extra, Date: ref('headers', 'Date') },
  content: json({ $ref: `./${id}.schema.json` }),
})

function get(resource: PublishedResource): JsonObject {
  const cached = { ETag: ref('headers', 'ETag'), 'Cache-Control': ref('headers', 'CacheControl') }
  const query = queryOf(resource)
  return {
    ...about(resource),
    parameters: [...query, ref('parameters', 'ifNoneMatch')],
    responses: {
      200: answered(resource, cached),
      304: {
        description: '自 ETag 所指的那份以来没有变化',
        headers: { ETag: ref('headers', 'ETag'), Date: ref('headers', 'Date') },
      },
      ...errors([
        ...(query.length > 0 ? (['BadRequest'] as const) : []),
        'Unauthorized',
        'Forbidden',
        'NotFound',
        'TooMany',
        'Unavailable',
      ]),
    },
  }
}

const SAID: Readonly<Record<ActionField, string>> = {
  owner: '该事项的责任单位，通知发给它；不知时为 null',
  kind: '所办记录的种类，如 work-order；由处置清单办理而不知其种类时为 null',
  record: '所办记录的编号，与地址中的 {id} 相同；事项不对应单件记录时为 null',
  exception: '由哪个处置事项引起；没有则为 null',
  rule: '该事项所出自的规则；由来源提出或没有事项时为 null',
  command:
    '云台动作：left、right、up、down、in（拉近）、out（拉远）开始，stop 停；松手、离开画面或满 5 秒时发 stop',
  preset: '预置位编号，1–9',
  reason: `操作的人写的说明，至多 ${MOST_REASON} 字，可为 null；其中的姓名、电话、门牌页面不让提交`,
}

function bodyOf(fields: readonly ActionField[]): JsonObject {
  const field = (name: ActionField): JsonObject => ({
    type: ['string', 'null'],
    description: SAID[name],
    ...(name === 'reason' && { maxLength: MOST_REASON }),
  })
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((name) => [name, field(name)] as const)),
  }
}

function post(resource: PublishedResource): JsonObject {
  return {
    ...about(resource),
    parameters: [ref('parameters', 'idempotencyKey')],
    requestBody: {
      required: true,
      description: '这件事的内容，一个对象；没有要说的为 {}',
      content: json(resource.sends ?? (resource.body ? bodyOf(resource.body) : { type: 'object' })),
    },
    responses: {
      200: answered(resource, { 'Cache-Control': ref('headers', 'NoStore') }),
      ...errors(['BadRequest', 'Unauthorized', 'Forbidden', 'NotFound', 'TooMany', 'Unavailable']),
    },
  }
}

const CURSOR: JsonObject = {
  name: 'cursor',
  in: 'query',
  description: '上一页的 next，原样送回；不写为第一页',
  schema: { type: 'string', minLength: 1, maxLength: MOST_CURSOR },
}

const SINCE: JsonObject = {
  name: 'since',
  in: 'query',
  description: '只要此后有变化的行；不写为全部。不支持的接口不必理会，每次给全',
  schema: { type: 'string', format: 'date-time' },
}

function queryOf(resource: PublishedResource): JsonObject[] {
  if (resource.kind === 'records') return [SINCE, CURSOR]
  return resource.kind === 'list' ? listQuery(resource) : []
}

function listQuery(resource: PublishedResource): JsonObject[] {
  const filters = filtersOf(resource).map((name) => ({
    name,
    in: 'query',
    description: '只要这个字段等于此值的行；不写则不筛选',
    schema: filterSchema(resource.current, name),
  }))
  return [
    ...filters,
    {
      name: 'sort',
      in: 'query',
      description: '排序的字段，前加 - 为降序；不写则由接口决定。没有这种排序时应答 400，不要改用别的顺序',
      schema: { type: 'string', pattern: '^-?[A-Za-z][A-Za-z0-9]*$' },
    },
    CURSOR,
    {
      name: 'limit',
      in: 'query',
      description: '本页至多几行；不写则由接口决定',
      schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS },
    },
    {
      name: 'group',
      in: 'query',
      description: '不要行，只要这个字段的每个值各有几行，多者在前，写在 groups 中；不支持的接口应答 400',
      schema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*$' },
    },
    {
      name: 'q',
      in: 'query',
      description:
        '只要写有这些词的行：以空格分开的每个词都须出现在编号、标题或名称（类别、单位、镇街等）之一中，不分简繁、全半角与大小写；total 为查到的行数。不支持的接口应答 400，不要忽略',
      schema: { type: 'string', minLength: 1, maxLength: 80 },
    },
  ]
}

const PLAIN = new Set(['string', 'integer', 'number', 'boolean'])

/** What a filter may be equal to, where the row says it. @throws Error for a filter that is no plain field of the row */
function filterSchema(current: JsonObject, name: string): JsonObject {
  const field: Json | undefined = at(current, 'properties', 'rows', 'items', 'properties', name)
  if (!isObject(field) || typeof field.type !== 'string' || !PLAIN.has(field.type))
    throw new Error(`${nameOf(contractOf(current))} 不能按 ${name} 筛选：行中没有这个单值字段`)
  return field
}
