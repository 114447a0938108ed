import { describe, expect, test } from 'vitest'
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

  test('a file that does not parse is an error, not an empty module', () => {
    expect(() => parseModule('src/lib/a.ts', 'const = 1')).toThrow('src/lib/a.ts does not parse')
  })

  test('every rule has a planted violation', () => {
    const proven = new Set([...BROKEN.map(([rule]) => rule), fileSizes, sawModules])
    expect(RULES.filter((rule) => !proven.has(rule)).map(({ name }) => name)).toEqual([])
  })
})

describe('what is allowed is not reported', () => {
  test.each(FINE)('%s', (path, source) => {
    const checks = RULES.filter((rule) => rule !== sawModules)
    expect(checks.flatMap(({ check }) => check([parseModule(path, source)]))).toEqual([])
  })
})
