/** Languages there may be a table for. The interface speaks Simplified Chinese; another language is one more file beside each. */
type Locale = 'zh' | 'en'

const LOCALE: Locale = 'zh'

/**
 * The table of the shown language out of `import.meta.glob('./words.*.ts', { eager: true, import: 'words' })`; Chinese where there is
 * none. The tables of a folder have one type, so that a word missing in one of them does not compile.
 */
export function inLocale<Words>(tables: Readonly<Record<string, Words>>): Words {
  const found = tables[`./words.${LOCALE}.ts`] ?? tables['./words.zh.ts']
  if (found === undefined) throw new Error('there is no words.zh.ts')
  return found
}
