/** Languages there may be a table for. The interface speaks Simplified Chinese; another language is one more file beside each. */
type Locale = 'zh' | 'en'

const LOCALE: Locale = 'zh'

/**
 * The table of the shown language out of `import.meta.glob('./words.*.ts', { eager: true, import: 'words' })`; Chinese where there is
 * none. The tables of one name have one type, so that a word missing in one of them does not compile.
 */
// Side effects: none, so that a table nobody reads is not part of a build.
/*#__NO_SIDE_EFFECTS__*/ export function inLocale<Words>(tables: Readonly<Record<string, Words>>): Words {
  const paths = Object.keys(tables)
  const path =
    paths.find((name) => name.endsWith(`.${LOCALE}.ts`)) ?? paths.find((name) => name.endsWith('.zh.ts'))
  const found = tables[path ?? '']
  if (found === undefined) throw new Error('there is no table in Chinese')
  return found
}
