import type * as z from 'zod/mini'
import type { Action, ActionField } from '../../src/panel/action'
import { receiptReader } from '../../src/contract/receipt'
import { actionOf } from '../../src/contract/resource'
import type { PublishedReader } from '../../src/contract/answers'
import type { AnyKind } from '../../src/contract/records/kind'
import { speakChinese } from '../../src/contract/locale'
import type { AnswerReader } from '../../src/contract/reader'
import type { DocumentResource, Kind, Resource } from '../../src/contract/resource'
import { contractOf, nameOf, type Versions } from './baseline'
import { ANSWER_FIELDS, DOCUMENT_FIELDS } from './descriptions'
import { under, type DomainFields, type Fields } from './field'
import type { JsonObject } from './json'
import { jsonSchemaOf, withRules } from './json-schema'
import { kindFields, recordKinds, sentRecords } from './records'

interface Contract {
  readonly schema: z.ZodMiniType
  /** The schema of the version before, while that is still read. */
  readonly previous?: z.ZodMiniType
  readonly readers: readonly AnswerReader[]
  /** What is sent with its actions, by id. */
  readonly sends?: Readonly<Record<string, z.ZodMiniType>>
}

// By glob, so that a new domain publishes its contracts without an edit here.
const contracts = import.meta.glob<Contract>('../../src/domains/*/contract.ts', { eager: true })
const later = import.meta.glob<Pick<Contract, 'readers' | 'sends'>>(
  ['../../src/domains/*/contract-*.ts', '!**/contract-rows.ts'],
  { eager: true },
)
const modules = import.meta.glob<Readonly<Record<string, Resource>>>('../../src/domains/*/resources.ts', {
  eager: true,
})
const deeds = import.meta.glob<readonly Action[]>('../../src/domains/*/actions.ts', {
  eager: true,
  import: 'actions',
})
const labels = new Map(
  Object.values(deeds).flatMap((actions) => actions.map(({ id, label }) => [id, label] as const)),
)
const told = import.meta.glob<DomainFields>('./fields/*.ts', { eager: true, import: 'fields' })

const TITLES: Readonly<Record<string, string>> = {
  'city-overview': '城市态势',
  'data-aggregation': '数据汇聚',
  hotline: '12345 热线',
  'hotline.orders': '12345 热线工单',
  'hotline.order': '12345 热线的一件工单',
  'hotline.work-order': '12345 热线工单的记录',
  'hotline.year-order': '12345 热线近一年工单的记录',
  'hotline.study': '12345 热线一年工单的研判',
  video: '视频感知',
  'service-hall': '政务大厅',
  'service-hall.hall': '政务大厅的各厅',
  'service-hall.ticket': '政务大厅的取号',
  'service-hall.booking': '政务大厅的预约',
  'service-hall.counter': '政务大厅的窗口',
  'service-hall.evaluation': '政务大厅的评价',
  'service-hall.terminal': '自助终端',
  'video.camera': '视频摄像机',
  'video.outage': '视频离线',
  'video.points': '视频摄像机的点位',
  'video.patrol': '视频轮巡',
  'data-aggregation.catalogue-entry': '数据目录',
  'data-aggregation.load': '数据入库',
  'data-aggregation.sharing-call': '共享接口的调用',
  'data-aggregation.data-issue': '问题数据',
  exceptions: '需要处置',
  'exceptions.notices': '各席位的确认与搁置',
  'exceptions.note': '确认、搁置与取消搁置',
}

/** What is said of an answer of each kind; `name` is its contract. */
const ABOUT: Readonly<Record<Kind, (name: string, title: string) => string>> = {
  document: (name, title) => `数据集 ${name}（${title}）一份文档的契约，模拟与实时同一份`,
  list: (name, title) => `列表 ${name}（${title}）一页的契约。逐行判断：不合契约的行略去并点名，其余照常`,
  record: (name, title) => `${name}（${title}）按编号取一条的契约`,
  points: (name, title) => `点位 ${name}（${title}）的契约。逐点判断：不合契约的点略去并点名，其余照常`,
  action: (name, title) => `操作 ${name}（${title}）回执的契约`,
  records: (name, title) =>
    `记录 ${name}（${title}）的契约：一行一件，各数由程序按行计数。逐行判断：不合契约的行略去并点名，其余照常`,
}

/** A resource with what is published of it. */
export interface PublishedResource extends Versions {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  /** Parts of a question besides city and region. */
  readonly asks: readonly string[]
  /** The program can put it together from the others, so it needs no API. */
  readonly derivable: boolean
  /** What is said of its fields. */
  readonly fields: Fields
  /** What may be sent with an action. */
  readonly body?: readonly ActionField[]
  /** The schema of what is sent, where that is not one of these. */
  readonly sends?: JsonObject
}

const isDerived = (resource: Resource): resource is DocumentResource =>
  'derivation' in resource && resource.derivation !== null
const isPublished = (reader: AnswerReader): reader is PublishedReader => 'sent' in reader

/** Parts of a list's question that go with every list. */
const PAGING = new Set(['sort', 'cursor', 'limit', 'group', 'q'])

/** Fields by which a list can be narrowed. */
export const filtersOf = ({ kind, asks }: Pick<PublishedResource, 'kind' | 'asks'>): string[] =>
  kind === 'list' ? asks.filter((part) => !PAGING.has(part)) : []

/** What is said of the fields of a resource, by what it is. @throws Error for a domain of which nothing is said */
function fieldsOf({ id, kind }: Pick<Resource, 'id' | 'kind'>): Fields {
  const [domain = ''] = id.split('.')
  const own = told[`./fields/${domain}.ts`]
  return kind === 'document'
    ? { ...DOCUMENT_FIELDS, ...under('operation', own?.operation ?? {}) }
    : { ...ANSWER_FIELDS, ...own?.answers?.[id] }
}

type Described = Pick<PublishedResource, 'id' | 'kind' | 'asks' | 'fields'>

/** The published schema of what is sent for a resource. What its question asks of an API is a rule, so that a further filter breaks a promise. */
export function schemaOf(resource: Described, sent: z.ZodMiniType): JsonObject {
  const { id: name, kind, fields } = resource
  const title = titleOf(name)
  const generated = jsonSchemaOf({ name, schema: sent, title, description: '', fields })
  const filters = filtersOf(resource).map((field) => `可按 ${field} 筛选`)
  return {
    ...withRules(generated, filters),
    description: ABOUT[kind](nameOf(contractOf(generated)), title),
  }
}

/** What is usual is a kind of its own in any domain. */
function titleOf(id: string): string {
  const [domain = '', own] = id.split('.')
  const label = labels.get(id)
  if (label !== undefined) return `${TITLES[domain] ?? domain}：${label}`
  return TITLES[id] ?? (own === 'history' ? `${TITLES[domain] ?? domain}的历史常态` : id)
}

/** What is published of one resource whose answers have the shape `sent`. */
export function publish(
  resource: Resource,
  sent: z.ZodMiniType,
  previous?: z.ZodMiniType,
): PublishedResource {
  const { id, kind, asks } = resource
  const described = { id, kind, asks, fields: fieldsOf(resource) }
  return {
    ...described,
    title: titleOf(id),
    derivable: isDerived(resource),
    current: schemaOf(described, sent),
    previous: previous && schemaOf(described, previous),
  }
}

/** What is published of one kind of records. */
function publishKind(kind: AnyKind): PublishedResource {
  const described = { id: kind.id, kind: 'records', asks: [], fields: kindFields(kind) } as const
  return {
    ...described,
    title: titleOf(kind.id),
    derivable: false,
    current: schemaOf(described, sentRecords(kind)),
    previous: undefined,
  }
}

/** What is published of something to be done; nothing of what is only opened. */
const publishAction = ({ id, body }: Action): PublishedResource[] =>
  body ? [{ ...publish(actionOf({ id }), receiptReader({ id }).sent), body }] : []

function publishSent(resource: Resource, schema: z.ZodMiniType): PublishedResource {
  const { id } = resource
  const [domain = ''] = id.split('.')
  const title = titleOf(id)
  const fields = told[`./fields/${domain}.ts`]?.sends?.[id] ?? {}
  // Stands within the description of the API.
  const { $id: _, $schema: __, ...sends } = jsonSchemaOf({ name: id, schema, title, description: '', fields })
  return { ...publish(resource, receiptReader(resource).sent), sends }
}

/** Every resource of the program, by id. @throws Error for one whose contract has no reader that says what it wants sent */
export function publishedResources(): PublishedResource[] {
  speakChinese()
  const asked = Object.entries(modules).flatMap(([path, resources]) => {
    const contract = contracts[path.replace('resources.ts', 'contract.ts')]
    if (!contract) throw new Error(`${path} 旁没有 contract.ts`)
    const folder = path.replace('resources.ts', '')
    const own = Object.entries(later).flatMap(([file, part]) => (file.startsWith(folder) ? [part] : []))
    const readers = [...contract.readers, ...own.flatMap((part) => part.readers)]
    const sends = Object.fromEntries(own.flatMap((part) => Object.entries(part.sends ?? {})))
    return Object.values(resources).map((resource) => publishedOf(resource, { ...contract, readers, sends }))
  })
  const done = Object.values(deeds).flatMap((actions) => actions.flatMap(publishAction))
  return [...asked, ...recordKinds.map(publishKind), ...done].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function publishedOf(resource: Resource, { schema, previous, readers, sends }: Contract): PublishedResource {
  if (resource.kind === 'document') return publish(resource, schema, previous)
  const sent = sends?.[resource.id]
  if (resource.kind === 'action' && sent) return publishSent(resource, sent)
  const reader = readers.filter(isPublished).find(({ id }) => id === resource.id)
  if (!reader) throw new Error(`${resource.id} 没有写明所读的契约`)
  return publish(resource, reader.sent)
}
