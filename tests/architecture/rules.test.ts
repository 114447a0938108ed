import { describe, expect, test } from 'vitest'
import { circles, circlesOf, KNOWN } from './circles'
import type { Module } from './module'
import { parseModule } from './parse'
import { BROKEN, FINE } from './planted'
import { RULES } from './rules'
import { fileSizes, noBarrels, sawModules } from './shape'

const file = (lines: number, path = 'src/lib/a.ts') => parseModule(path, '//\n'.repeat(lines))

describe('a planted violation is reported', () => {
  test.each(BROKEN)('$0.name: $1 $2', (rule, path, source) => {
    expect(rule.check([parseModule(path, source)])).toHaveLength(1)
  })

  test('a file that only passes on others is a barrel under any name', () => {
    const source = `export * from './a'\nexport { b } from './b'\n`
    expect(noBarrels.check([parseModule('src/ui/all.ts', source)])).toHaveLength(2)
  })

  test('sizes: a file, the median and the 95th percentile', () => {
    expect(fileSizes.check([file(301)])[0]).toContain('301 lines')
    expect(fileSizes.check([file(301, 'src/ui/a.css')])[0]).toContain('301 lines')
    expect(fileSizes.check([file(81)])).toEqual(['src: the median file has 81 lines, at most 80'])
    expect(fileSizes.check([file(10), file(10), file(201)])[0]).toContain('95th percentile is 201')
  })

  test('a run that saw fewer than 20 modules fails', () => {
    expect(sawModules.check(Array.from({ length: 19 }, () => file(1)))).toHaveLength(1)
  })

  test('a finding names its line, wherever it stands', () => {
    const source = `const a = 1\n\nconst b = fetch(\n  '/x' + fetch('/y'),\n)\nimport { c } from './c'\nfetch(c)`
    const { imports, uses } = parseModule('src/ui/a.ts', source)
    expect(imports.map(({ line }) => line)).toEqual([6])
    expect(uses.filter(({ name }) => name === 'fetch').map(({ line }) => line)).toEqual([3, 4, 7])
    expect(parseModule('src/ui/a.css', `a {}\n@import '../styles/b.css';`).imports[0]?.line).toBe(2)
  })

  test('a file that does not parse is an error, not an empty module', () => {
    expect(() => parseModule('src/lib/a.ts', 'const = 1')).toThrow('src/lib/a.ts does not parse')
  })

  test('every rule has a planted violation', () => {
    const proven = new Set([...BROKEN.map(([rule]) => rule), fileSizes, sawModules, circles])
    expect(RULES.filter((rule) => !proven.has(rule)).map(({ name }) => name)).toEqual([])
  })
})

describe('a circle', () => {
  const found = (...files: [path: string, source: string][]) => {
    const modules: Module[] = files.map(([path, source]) => parseModule(path, source))
    // What is said of the list of known ones is not about these files.
    return circles.check(modules).filter((line) => !line.includes('strike it off'))
  }

  test.each([
    ['of types', `import type { B } from './b'`, `import type { A } from './a'`],
    ['of a type among values', `import { b, type B } from './b'`, `import type { A } from './a'`],
    ['of a type named where it is used', `export type B = import('./b').B`, `import { a } from './a'`],
    ['of re-exports', `export { b } from './b'`, `export * from './a'`],
    ['of values', `import { b } from './b'`, `import { a } from './a'`],
  ])('%s is reported once, with every file', (_, a, b) => {
    const lines = found(['src/lib/a.ts', a], ['src/lib/b.tsx', b], ['src/lib/c.ts', `import './a'`])
    expect(lines).toEqual(['src/lib/a.ts:1 stands on a circle of 2: src/lib/a.ts, src/lib/b.tsx'])
  })

  test('over three files and of one file with itself are two circles', () => {
    const lines = found(
      ['src/lib/a.ts', `import type { B } from './b'`],
      ['src/lib/b.ts', `import { c } from './c'`],
      ['src/lib/c.ts', `export type { A } from './a'`],
      ['src/lib/d.ts', `import { d } from './d'\nimport './a'`],
    )
    expect(lines.map((line) => line.replace(/^.*of /, ''))).toEqual([
      '3: src/lib/a.ts, src/lib/b.ts, src/lib/c.ts',
      '1: src/lib/d.ts',
    ])
  })

  test('is none where a file is fetched later, or two ways lead to one file', () => {
    expect(
      found(
        ['src/lib/a.ts', `import { b } from './b'\nimport { c } from './c'`],
        ['src/lib/b.ts', `import { c } from './c'\nconst a = () => import('./a')`],
        ['src/lib/c.ts', `const all = import.meta.glob('./a.ts')`],
      ),
    ).toEqual([])
  })

  test('two circles that share a file are one', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['a']],
      ['c', ['a']],
    ])
    expect(circlesOf(graph)).toEqual([['a', 'b', 'c']])
  })

  test('that is known is passed over with its reason, and struck off when it is gone', () => {
    const known = Object.keys(KNOWN)
    expect(known.length).toBeLessThanOrEqual(1)
    for (const file of known) {
      expect(KNOWN[file]).toMatch(/\w{3}/)
      const other = 'src/lib/other.ts'
      const pair = [
        parseModule(file, `import '/${other}'`),
        parseModule(other, `import type { A } from '/${file}'`),
      ]
      expect(circles.check(pair)).toEqual([])
      expect(circles.check([parseModule(file, ''), parseModule(other, '')])).toEqual([
        `${file}:1 is on no circle any more: strike it off KNOWN`,
      ])
    }
  })
})

describe('what is allowed is not reported', () => {
  test.each(FINE)('%s', (path, source) => {
    const checks = RULES.filter((rule) => rule !== sawModules)
    expect(checks.flatMap(({ check }) => check([parseModule(path, source)]))).toEqual([])
  })
})
