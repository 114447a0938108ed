import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { speakChinese } from '../src/contract/locale'
import type { Counting } from '../src/contract/records/counting'
import type { AnyKind } from '../src/contract/records/kind'
import { DataFault } from '../src/data/data-fault'
import { parseJson } from '../src/data/shape/lossless-json'
import { readBytes } from '../src/data/transport/read-json'
import { draftAddress } from './connect/address'
import { envelopeOf, listsOf, tableIn, type FoundList } from './connect/answer'
import { draftSource, type Sample } from './connect/draft'
import { fieldsOf, type Field } from './connect/fields'
import { matchColumns } from './connect/match'
import { reportLines } from './connect/report'

const USAGE = `usage: npm run connect -- --url <address> [--base <address of the wall>] [--kind hotline.work-order] [--from data.list]
       npm run connect -- --file answer.json [--kind …] [--from …]
  Reads one answer and drafts the configuration of a source of records: the draft on stdout, what was found and what is to be decided on stderr.
  A session is passed as a cookie in the environment: CHECK_COOKIE='session=…'.
  exit 0: drafted · 1: no list was found, or no answer came · 2: wrong usage`

const countings = import.meta.glob<Counting>('../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})
const kinds: readonly AnyKind[] = Object.values(countings).flatMap((counting) => counting.kinds)

/** What was asked for cannot be: exit 2. */
class Refusal extends Error {}
/** What came is no list of rows: exit 1. */
class NoList extends Error {}

const OPTIONS = {
  url: { type: 'string' },
  base: { type: 'string' },
  kind: { type: 'string' },
  file: { type: 'string' },
  from: { type: 'string' },
} as const

type Options = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>

function optionsOf(args: readonly string[]): Options {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

function addressIn(option: string, text: string, base?: URL): URL {
  const url = URL.parse(text, base)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal(
      `--${option} ${text} 不是 http 地址${base === undefined && option === 'url' ? '；相对路径须有 --base' : ''}`,
    )
  return url
}

function kindNamed(id: string | undefined): AnyKind | null {
  if (id === undefined) return null
  const kind = kinds.find((each) => each.id === id)
  if (!kind) throw new Refusal(`--kind ${id} 不是记录种类，有：${kinds.map((each) => each.id).join('、')}`)
  return kind
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Refusal(`--file ${file}：${error instanceof Error ? error.message : String(error)}`)
  }
}

const TIMEOUT_MS = 30_000
const MOST_BYTES = 50_000_000

async function answered(url: URL): Promise<Uint8Array> {
  const cookie = process.env['CHECK_COOKIE']
  const request: typeof globalThis.fetch = (input, init) =>
    // A redirect is a sign-in page on its way; it must not be taken for data.
    fetch(input, { ...init, redirect: 'manual', ...(cookie === undefined ? {} : { headers: { cookie } }) })
  const { bytes } = await readBytes(url.href, { timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, fetch: request })
  return bytes ?? new Uint8Array()
}

const named = (way: string) => (way === '' ? '（整个返回）' : way)

function chosenOf(lists: readonly FoundList[], from: string | undefined, answer: unknown): FoundList {
  if (from === undefined && lists[0]) return lists[0]
  const chosen = lists.find(({ way }) => way === from)
  if (chosen) return chosen
  if (lists.length > 0)
    throw new Refusal(`--from ${from ?? ''} 处没有列表，有：${lists.map(({ way }) => named(way)).join('、')}`)
  const table = tableIn(answer)
  throw new NoList(
    table === null
      ? '返回中没有对象的列表：须是 [{…}, {…}]，至少一行'
      : `${named(table)} 处的行是值的列表，没有字段名：让接口按对象返回，或用 map 先取名`,
  )
}

/** The kinds whose columns the fields look like, the likeliest first. */
function likelyKinds(fields: readonly Field[]): string {
  const told = kinds
    .map((kind) => ({
      kind,
      columns: matchColumns(fields, kind).filter((match) => match.fields.length > 0 && !match.guessed).length,
    }))
    .filter(({ columns }) => columns >= 2)
    .toSorted((a, b) => b.columns - a.columns)
    .slice(0, 3)
    .map(({ kind, columns }) => `${kind.id}（对上 ${columns} 列）`)
  return `? --kind：${told.length > 0 ? `像是 ${told.join('、')}` : `有 ${kinds.map(({ id }) => id).join('、')}`}；写明后再给出各列`
}

async function connect(options: Options): Promise<void> {
  const { url, file, from } = options
  if ((url === undefined) === (file === undefined)) throw new Refusal(`须有 --url 或 --file 之一\n${USAGE}`)
  const base = options.base === undefined ? null : addressIn('base', options.base)
  const asked = url === undefined ? null : addressIn('url', url, base ?? undefined)
  const kind = kindNamed(options.kind)
  const bytes = asked === null ? bytesOf(file ?? '') : await answered(asked)
  const answer = parseJson(bytes)
  const refusal = envelopeOf(answer, undefined)?.refusal
  const lists = listsOf(answer)
  if (refusal != null && lists.length === 0) throw new NoList(`接口没有给出数据：${refusal}`)
  const list = chosenOf(lists, from, answer)
  const fields = fieldsOf(list.rows)
  const sample: Sample = { list, envelope: envelopeOf(answer, list), fields, bytes: bytes.length }
  // The address that the shipped nginx lets through.
  const own = `api/{city}/${kind?.id ?? 'records'}`
  const { source, notes } = draftSource(sample, kind, draftAddress(asked, base, own, list.next))
  console.log(JSON.stringify(source, null, 2))
  for (const line of reportLines(lists, list, sample.envelope, fields)) console.error(line)
  console.error('说明（? 须由人决定）：')
  const doubt = refusal == null ? [] : [`? envelope.ok：${refusal} 不像是正常，请换一份正常的返回或核对`]
  for (const note of [...doubt, ...(kind ? [] : [likelyKinds(fields)]), ...notes]) console.error(`  ${note}`)
}

/** `npm run connect`: reads one answer and drafts a source of records from it. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  speakChinese()
  try {
    await connect(optionsOf(args))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NoList || error instanceof DataFault)) throw error
    console.error(error.message)
    return error instanceof Refusal ? 2 : 1
  }
}
