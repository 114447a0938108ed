import { existsSync, readFileSync } from 'node:fs'
import { readRules } from '../../src/config/rules'
import type { Rule } from '../../src/contract/rule'

/** Rules of a domain from a file's text, all of which must be right. @throws Error naming what is wrong */
export function rulesIn(body: unknown): readonly Rule[] {
  const file = readRules(body)
  if ('unusable' in file || file.problems.length > 0) throw new Error(JSON.stringify(file))
  return file.rules
}

const kept = new Map<string, readonly Rule[]>()

/** The shipped rules of a domain; none where it has no file. */
export function shippedRules(domain: string): readonly Rule[] {
  const path = `public/config/rules/${domain}.json`
  const rules = kept.get(domain) ?? (existsSync(path) ? rulesIn(JSON.parse(readFileSync(path, 'utf8'))) : [])
  kept.set(domain, rules)
  return rules
}
