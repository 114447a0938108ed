import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDERS = ['src', 'tests', 'deploy', 'docs', 'public', 'mock-data']
/** Folders of `src` that the documents name without it. */
const PARTS = readdirSync(join(root, 'src'))
  .filter((name) => !name.includes('.'))
  .join('|')

/** Every file and folder of the repository that a document may speak of, from the root. */
const tree: readonly string[] = [
  ...readdirSync(root),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      `${folder}/${path}`.replaceAll('\\', '/'),
    ),
  ),
]

/** README and everything under docs. */
export const documents: readonly string[] = tree.filter((path) => /^(README[^/]*|docs\/.*)\.md$/.test(path))

export const textOf = (document: string): string => readFileSync(join(root, document), 'utf8')

/** `{a,b}` → both; `<id>` and `*` stand for any one name. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/\/$/, '')
    .replaceAll(/[.+$^()[\]]/g, '\\$&')
    .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replaceAll(/<[^>]+>|\*+/g, '[^/]+')
  return new RegExp(`^(?:src/)?${source}(?:\\.tsx?)?$`)
}

/** Files a reader is told to make. */
const OWN = /mysite|<站点>|<site>/

/** Paths of this repository that a text mentions, as written there. */
export function pathsIn(text: string): string[] {
  const full = new RegExp(`(?<![\\w./-])(?:${FOLDERS.join('|')})/[\\w./*{},<>-]*[\\w/*>}]`, 'g')
  const short = new RegExp(`\`((?:${PARTS})/[a-z][\\w./-]*)\``, 'g')
  const named = [...text.matchAll(short)].map(([, path = '']) => path)
  return [...new Set([...(text.match(full) ?? []), ...named])].filter((path) => !OWN.test(path))
}

export const exists = (path: string): boolean => {
  const pattern = patternOf(path)
  return tree.some((each) => pattern.test(each))
}

/** Relative links of a document, from the root. */
export const linksIn = (document: string, text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) =>
    normalize(join(dirname(document), to)).replaceAll('\\', '/'),
  )

/** Names behind `npm run`, and those in the first column of a table of scripts. */
export function scriptsIn(text: string): string[] {
  const told = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9-]*(?::[a-z0-9-]+)*)/g)].map(
    ([, name = '']) => name,
  )
  const table = /\| `npm run …`[^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)*)/.exec(text)?.[1] ?? ''
  const rows = table
    .split('\n')
    .flatMap((row) => row.split('|')[1]?.match(/[a-z][a-z0-9-]*(?::[a-z0-9-]+)*/g) ?? [])
  return [...new Set([...told, ...rows])]
}
