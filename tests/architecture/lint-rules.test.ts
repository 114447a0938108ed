import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLANTED } from './planted-lint'

const root = fileURLToPath(new URL('../..', import.meta.url))
const oxlint = join(root, 'node_modules/.bin/oxlint')

interface Config {
  rules: Record<string, unknown>
  overrides: { rules: Record<string, unknown> }[]
}

const fileOf = (rule: string) => `src/planted/${rule.replace(/\W+/g, '-')}.tsx`
let folder = ''
let reported: { code: string; filename: string }[] = []

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(root, file), join(folder, file))
  // Type-aware rules stay silent when the types that tsconfig names cannot be found.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [rule, source] of Object.entries(PLANTED)) plant(fileOf(rule), source)
  plant('src/planted/big.ts', 'export interface Big { a: 1 }')
  plant(
    'src/planted/other-half.ts',
    `import { a } from '.${fileOf('import(no-cycle)').slice(11)}'\nexport const b = () => a`,
  )
  const { stdout, stderr } = spawnSync(oxlint, ['--type-aware', '--format', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`)
  reported = (JSON.parse(stdout) as { diagnostics: typeof reported }).diagnostics
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(Object.keys(PLANTED))('a planted violation of %s is reported', (rule) => {
  const here = reported.filter(({ filename }) => filename.endsWith(fileOf(rule)))
  expect(here.map(({ code }) => code)).toContain(rule)
})

test('every rule named in .oxlintrc.json has a planted violation', () => {
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Config
  const named = [config.rules, ...config.overrides.map(({ rules }) => rules)].flatMap((rules) =>
    Object.keys(rules).filter((rule) => rules[rule] !== 'off'),
  )
  const bare = (rule: string) => rule.replace(/^.*[/(]|\)$/g, '').replace(/^.*\(/, '')
  const proven = new Set(Object.keys(PLANTED).map(bare))
  expect(named.map(bare).filter((rule) => !proven.has(rule))).toEqual([])
})
