import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { breaksOf } from './compatible'
import { at, jsonText, parseJson, type Json, type JsonObject } from './json'

const FOLDER = 'baseline'
const FILE = /^([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?)\.(\d+)\.schema\.json$/

/** The schemas of the versions that are read: the current one and, where there is one, that of the version before. */
export interface Versions {
  readonly current: JsonObject
  readonly previous?: JsonObject | undefined
}

interface Contract {
  readonly id: string
  readonly major: number
}

/** `hotline/1` */
export const nameOf = ({ id, major }: Contract): string => `${id}/${major}`
const fileOf = ({ id, major }: Contract) => `${id}.${major}.schema.json`

/** The contract id and version a schema is about, by what its documents must carry. @throws Error when it does not say */
export function contractOf(schema: JsonObject): Contract {
  const told = at(schema, 'properties', 'contract', 'const')
  const [id, major] = typeof told === 'string' ? told.split('/') : []
  if (id === undefined || !/^\d+$/.test(major ?? ''))
    throw new Error(`契约没有写明版本：${JSON.stringify(told)}`)
  return { id, major: Number(major) }
}

/** A schema as it is promised, under the name of its baseline. */
export function promiseOf(schema: JsonObject): JsonObject {
  return { ...structuredClone(schema), $id: fileOf(contractOf(schema)) }
}

/** Writes what is promised for a major that has no baseline yet, and never touches one that is there. Returns the new files. */
export function writeBaselines(folder: string, versions: readonly Versions[]): string[] {
  const missing = versions.filter(({ current }) => !existsSync(pathOf(folder, contractOf(current))))
  mkdirSync(join(folder, FOLDER), { recursive: true })
  return missing.map(({ current }) => {
    const path = pathOf(folder, contractOf(current))
    writeFileSync(path, jsonText(promiseOf(current)))
    return path
  })
}

const pathOf = (folder: string, contract: Contract) => join(folder, FOLDER, fileOf(contract))

/**
 * What the program no longer keeps of its promises, one line each: every document that a baseline accepts must still be
 * accepted, by the current version or, one major back, by the schema of that version. Older majors are no longer promised.
 */
export function brokenPromises(folder: string, versions: readonly Versions[]): string[] {
  const known = new Map(versions.map((each) => [contractOf(each.current).id, each]))
  const baselines = readBaselines(folder)
  const unwritten = versions
    .map(({ current }) => contractOf(current))
    .filter(({ id, major }) => !baselines.some((one) => one.id === id && one.major === major))
  return [
    ...unwritten.map((one) => `${nameOf(one)} 还没有承诺基线（发布前运行 npm run schemas -- --baseline）`),
    ...baselines.flatMap((baseline) => judge(baseline, known.get(baseline.id))),
  ]
}

interface Baseline extends Contract {
  readonly schema: Json
}

function readBaselines(folder: string): Baseline[] {
  const path = join(folder, FOLDER)
  return (existsSync(path) ? readdirSync(path) : []).toSorted().flatMap((name) => {
    const [, id, major] = FILE.exec(name) ?? []
    if (id === undefined) throw new Error(`${join(path, name)} 不是基线的文件名`)
    return [{ id, major: Number(major), schema: parseJson(readFileSync(join(path, name), 'utf8')) }]
  })
}

function judge(baseline: Baseline, versions: Versions | undefined): string[] {
  if (!versions) return [`${nameOf(baseline)} 已作承诺，程序中却没有这项契约`]
  const current = contractOf(versions.current)
  if (baseline.major > current.major) return [`${nameOf(baseline)} 已作承诺，程序却只有 ${nameOf(current)}`]
  if (baseline.major < current.major - 1) return []
  const reader = baseline.major === current.major ? versions.current : versions.previous
  if (!reader)
    return [`${nameOf(baseline)} 已作承诺，${nameOf(current)} 须仍能读：contract.ts 须导出 previous`]
  const advice =
    reader === versions.current ? `请改为 ${nameOf({ ...current, major: current.major + 1 })}` : '请恢复'
  return breaksOf(baseline.schema, promiseOf(reader)).map(
    ({ path, message }) => `${nameOf(baseline)} 的 ${path || '(整个文档)'}：${message}（${advice}）`,
  )
}
