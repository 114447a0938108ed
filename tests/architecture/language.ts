import { perModule, type Rule } from './module'

/** A table of words. Another language is another file beside it. */
const TABLE = /\.zh\.ts$/

/**
 * Chinese that is no word of the interface, by where it stands:
 * - the demo: what a simulated city answers is data;
 * - schemas, of records too: what is wrong, and what a column means, is said beside the rule, as the validator's own sentences are, and
 *   tools without a bundler read it;
 * - codes: values as they stand in the documents of the contract.
 */
const DATA_AND_SCHEMAS = [
  /^src\/demo\//,
  /^src\/contract\//,
  /^src\/config\/(app-config|calendar|city|field-rule|picture-providers|rules|scene|source|way)\.ts$/,
  /^src\/domains\/[^/]+\/(contract|contract-rows|contract-points|codes|records)\.ts$/,
]

/** Han characters and the punctuation that goes with them. Patterns are not looked at: they read Chinese and do not write it. */
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

export const wordsInTables = perModule(
  'words stand in tables, *.zh.ts, so that a second language is one more file',
  ({ path, strings }) =>
    TABLE.test(path) || DATA_AND_SCHEMAS.some((place) => place.test(path))
      ? []
      : strings
          .filter(({ text }) => CHINESE.test(text))
          .map(({ text, line }) => ({ line, text: `speaks Chinese itself: ${text.trim().slice(0, 24)}` })),
)

/** What severities and the states of a panel are called. (无数据 and 失败 are ordinary words as well, and not held.) */
const NAMES = /^(一级|二级|三级|紧急|重要|关注|读取中|实时|延迟|过期|演示|未建设|未接入|无权限|口径待核)$/

export const namesOnce: Rule = {
  name: 'severities and states are spelled in one place each',
  check: (modules) => {
    const places = new Map<string, string[]>()
    for (const { path, strings } of modules.filter((module) => !module.path.startsWith('src/demo/')))
      for (const { text, line } of strings) {
        const name = text.trim()
        if (NAMES.test(name)) places.set(name, [...(places.get(name) ?? []), `${path}:${line}`])
      }
    return [...places]
      .filter(([, at]) => at.length > 1)
      .map(([name, at]) => `${at[0]} spells ${name}, and so does ${at.slice(1).join(', ')}`)
  },
}
