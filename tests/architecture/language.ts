import { perModule } from './module'

/** A table of words. Another language is another file beside it. */
const TABLE = /\.zh\.ts$/

/**
 * Chinese that is no word of the interface, by where it stands:
 * - the demo: what a simulated city answers is data;
 * - schemas: what is wrong is said beside the rule that finds it, as the validator's own sentences are, and tools without a bundler read it;
 * - codes: values as they stand in the documents of the contract.
 */
const DATA_AND_SCHEMAS = [
  /^src\/demo\//,
  /^src\/contract\//,
  /^src\/config\/(app-config|city|scene|source)\.ts$/,
  /^src\/domains\/[^/]+\/(contract|contract-rows|codes)\.ts$/,
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
