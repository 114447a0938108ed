import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import * as z from 'zod/mini'
import { main } from '../../../deploy/connect'
import { at, isRecord } from '../../../src/data/json'
import { serve, type Answer } from '../data/server'

export const KIND = 'hotline.work-order'

let folder = ''
let out: string[] = []
let said: string[] = []

/** Every file says so itself: hooks of a module that several files import are those of the first. */
export function readsWhatIsPrinted(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connect-'))
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => void out.push(String(line)))
    vi.spyOn(console, 'error').mockImplementation((line: unknown) => void said.push(String(line)))
  })

  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
}

interface Drafted {
  readonly code: number
  readonly name: string
  readonly source: unknown
  readonly fields: unknown
  /** Everything printed besides the draft. */
  readonly notes: string
  readonly printed: string
}

function drafted(code: number): Drafted {
  const draft = z.record(z.string(), z.unknown()).parse(out.length > 0 ? JSON.parse(out.join('\n')) : {})
  const [name = '', source] = Object.entries(draft)[0] ?? []
  const notes = said.join('\n')
  return {
    code,
    name,
    source,
    fields: at(source ?? {}, 'records.fields'),
    notes,
    printed: `${out.join('\n')}\n${notes}`,
  }
}

/** What one call prints. */
export async function run(args: readonly string[]): Promise<Drafted> {
  out = []
  said = []
  return drafted(await main(args))
}

/** What is drafted from an answer in a file. */
export async function fromFile(answer: unknown, ...args: readonly string[]): Promise<Drafted> {
  const file = join(folder, 'answer.json')
  writeFileSync(file, typeof answer === 'string' ? answer : JSON.stringify(answer))
  return run(['--file', file, ...args])
}

/** What is drafted from the answer of a server, asked for at a path below the wall's own. */
export async function fromServer(answer: Answer, path: string, ...args: readonly string[]): Promise<Drafted> {
  const server = await serve(answer)
  try {
    return await run(['--url', path, '--base', new URL('/wall/', server.url).href, ...args])
  } finally {
    await server.stop()
  }
}

/** `draft` with everything that a person decides, `decided` by the dotted place of the `?`. */
export function filled(draft: unknown, decided: Readonly<Record<string, unknown>>, way = ''): unknown {
  if (draft === '?') return decided[way] ?? '?'
  if (!isRecord(draft)) return draft
  return Object.fromEntries(
    Object.entries(draft).map(([key, below]) => [
      key,
      filled(below, decided, way === '' ? key : `${way}.${key}`),
    ]),
  )
}
