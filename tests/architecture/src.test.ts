import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readModules } from './parse'
import { RULES } from './rules'

const modules = readModules(fileURLToPath(new URL('../..', import.meta.url)))

test.each(RULES)('src: $name', ({ check }) => {
  expect(check(modules)).toEqual([])
})
