import type { AnyKind } from '../../../src/contract/records/kind'
import { contractOf, nameOf } from '../baseline'
import { wordsOf, fieldOf, type Fields } from '../field'
import type { JsonObject } from '../json'
import { recordKinds } from '../records'
import type { PublishedResource } from '../resources'
import { SHAPE_FIELDS } from '../shapes'
import { definedIn, fieldsIn, type PublishedField } from '../walk'
import type { Sum } from '../../../src/contract/sums'
import { checkOf } from './constraints'
import { partsByColumn, partsFrom } from './counted'
import { panelsBy, type Fed } from './panels'
import { sampleAnswer, sampleText } from './samples'
import { table } from './table'

const OPERATION = 'operation.'
const GENERATED = '由 `npm run schemas` 写成，不要手改。'

/** As a reader looks for it: `towns[].count`. */
const shownPath = (path: string) => `\`${path.replaceAll('.[]', '[]')}\``

/** Meaning and order; the unit has a column of its own. */
function meaningOf(fields: Fields, path: string): readonly [meaning: string, unit: string] {
  const told = fields[path] ?? fields[`${path}?`]
  if (told === undefined) return ['', '']
  const { unit = '', ...rest } = fieldOf(told)
  return [wordsOf(rest), unit]
}

const contracts = import.meta.glob<readonly Sum<never>[]>('../../../src/domains/*/contract.ts', {
  eager: true,
  import: 'sums',
})

/** What is shown as a clash where the numbers of a part do not come to each other. */
const clashesOf = (id: string, part: string): string[] =>
  (contracts[`../../../src/domains/${id}/contract.ts`] ?? [])
    .filter((sum) => sum.part === part)
    .map(({ says }) => `口径待核：${says}`)

const fedWords = (fed: readonly Fed[] = []) =>
  fed.map(({ title, needed }) => (needed ? `**${title}**` : title)).join('、') || '—'

const schemaLink = (id: string) => `[${id}.schema.json](../../public/contract/${id}.schema.json)`

const heading = ({ title, current }: PublishedResource, kind: string) =>
  `## ${kind} ${nameOf(contractOf(current))}\n\n${title}。JSON Schema：${schemaLink(contractOf(current).id)}\n`

function documentSection(resource: PublishedResource): string {
  const { id, current, fields } = resource
  const fed = panelsBy(id)
  const answer = sampleAnswer(id)
  const rows = fieldsIn(current).flatMap((field) => {
    if (!field.path.startsWith(OPERATION)) return []
    const part = field.path.slice(OPERATION.length)
    const [meaning, unit] = meaningOf(fields, field.path)
    // What stands inside a part is shown where the part is.
    const shown = part.includes('.') ? '' : fedWords(fed.get(part))
    return [
      [
        shownPath(part),
        shown,
        meaning,
        unit,
        [checkOf(field), ...clashesOf(id, part)].join('；'),
        sampleText(answer, field.path),
      ],
    ]
  })
  return [
    heading(resource, '文档'),
    '`operation` 的各部分如下；除注明必填的以外都可以不写。面板一栏以样例文档画出各面板得来：**粗体**的没有这一部分便写明“数据源未提供”，其余的有则显示，“—”为目前没有面板显示。',
    '外层与共用的形状（数字、百分数、走势）见[公共部分](README.md)。\n',
    table(['部分', '面板', '含义', '单位', '校验', '样例'], rows),
  ].join('\n')
}

const plainRows = (all: readonly PublishedField[], fields: Fields, id: string | null) =>
  all.map((field) => {
    const [meaning, unit] = meaningOf(fields, field.path)
    const sample = id === null ? [] : [sampleText(sampleAnswer(id), field.path)]
    return [shownPath(field.path), meaning, unit, checkOf(field), ...sample]
  })

const ANSWERS = { list: '列表', record: '一条', points: '点位', action: '操作' } as const

function answerSection(resource: PublishedResource, kind: string): string {
  const { id, current, fields } = resource
  return [
    heading(resource, kind),
    table(['字段', '含义', '单位', '校验', '样例'], plainRows(fieldsIn(current), fields, id)),
  ].join('\n')
}

/** Which parts of the document are counted from a kind. */
function countedWords(kind: AnyKind): string {
  const parts = partsFrom(kind)
  if (!parts) return '程序还不由它计数。'
  const { alone, together } = parts
  const named = (all: readonly string[]) => all.map((part) => `\`${part}\``).join('、')
  const told = [
    alone.length > 0 && `各列俱全时，文档中由它算出的部分：${named(alone)}。`,
    together.length > 0 && `与本领域其他记录一起算出的部分：${named(together)}。`,
    alone.length + together.length > 0 && '来源的文档已写明的照旧，没有写的才计算。',
  ].filter((words) => words !== false)
  return told.join('') || '文档中没有只靠它算出的部分；它补充由其他记录算出的数。'
}

function recordsSection(resource: PublishedResource, kind: AnyKind): string {
  const { id, current, fields } = resource
  return [
    heading(resource, '记录'),
    '一行一件，整个城市的。读取比下表宽：数可以写成文字，空白、`--`、暂无等视为未知，超长的文字截短；不合契约的行略去并点名，其余照常。\n',
    `${countedWords(kind)}\n`,
    table(['字段', '含义', '单位', '校验', '样例'], plainRows(fieldsIn(current), fields, id)),
    ...columnWords(kind),
  ].join('\n')
}

/** What each column of a kind is needed for. */
function columnWords(kind: AnyKind): string[] {
  const columns = [...partsByColumn(kind)]
  // The rows of a history are told apart by metrics that only a domain knows.
  if (columns.every(([, parts]) => parts.length === 0)) return []
  const named = (parts: readonly string[]) => parts.map((part) => `\`${part}\``).join('、')
  return [
    '每一列用来算什么：样例记录的这一列都不知道时，文档中改变或没有了的部分。“—”的列供清单、规则或名称用。\n',
    table(
      ['列', '由它算出的部分'],
      columns.map(([column, parts]) => [`\`${column}\``, named(parts) || '—']),
    ),
  ]
}

function section(resource: PublishedResource): string {
  if (resource.kind === 'document') return documentSection(resource)
  if (resource.kind !== 'records') return answerSection(resource, ANSWERS[resource.kind])
  const kind = recordKinds.find(({ id }) => id === resource.id)
  return kind ? recordsSection(resource, kind) : ''
}

const domainOf = ({ id }: PublishedResource) => id.split('.')[0] ?? id

/** What any document has around its operation, and the shapes that many fields share. */
function commonPage(documents: readonly PublishedResource[]): string {
  // The first one with something published and something to act on shows most.
  const any = documents.find(({ id }) => id === 'hotline') ?? documents[0]
  if (!any) throw new Error('没有一份文档')
  const envelope = fieldsIn(any.current).filter(({ path }) => !path.startsWith(OPERATION))
  const shapes = new Map<string, JsonObject>(documents.flatMap(({ current }) => definedIn(current)))
  return [
    '# 数据契约\n',
    `${GENERATED}怎样接入见[接入指南](../integrate.md)；请求与应答见 [openapi.json](../../public/contract/openapi.json)。\n`,
    table(
      ['领域', '契约'],
      documents.map((one) => [`[${one.title}](${one.id}.md)`, `\`${nameOf(contractOf(one.current))}\``]),
    ),
    '## 文档的外层\n',
    `每份文档都有；契约与主版本各不相同，样例为“${any.title}”的。\n`,
    table(['字段', '含义', '单位', '校验', '样例'], plainRows(envelope, any.fields, any.id)),
    ...[...shapes]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, shape]) => [
        `## ${id}\n`,
        `${SHAPE_FIELDS[id]?.about ?? ''}。\n`,
        table(
          ['字段', '含义', '单位', '校验'],
          plainRows(fieldsIn(shape), SHAPE_FIELDS[id]?.fields ?? {}, null),
        ),
      ]),
  ].join('\n')
}

/** Every page of docs/contract: name → text. One for each domain, and one of what they share. */
export function contractPages(published: readonly PublishedResource[]): Map<string, string> {
  const documents = published.filter(({ kind }) => kind === 'document')
  const pages = documents.map((document): [string, string] => {
    const own = published.filter((each) => domainOf(each) === document.id)
    const text = [
      `# ${document.title}\n`,
      `${GENERATED}\n`,
      ...[document, ...own.filter((each) => each !== document)].map(section),
    ].join('\n')
    return [`${document.id}.md`, text]
  })
  return new Map([['README.md', commonPage(documents)], ...pages])
}
