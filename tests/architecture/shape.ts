import { isCode, perModule, type Module, type Rule } from './module'

const VAGUE = ['utils', 'helpers', 'types', 'hooks', 'common']

export const folderNames = perModule('folders are named after what they are about', ({ path }) =>
  path
    .split('/')
    .slice(0, -1)
    .filter((folder) => VAGUE.includes(folder))
    .map((folder) => ({ line: 1, text: `a folder called ${folder} says nothing` })),
)

export const noBarrels = perModule('no barrels', ({ path, imports, source }) => {
  const exported = imports.filter(({ kind, specifier }) => kind === 're-export' && specifier.startsWith('.'))
  const isIndex = /\/index\.tsx?$/.test(path)
  const statements = source
    .split('\n')
    .filter((line) => /^(export|import|const|function|class|let)\b/.test(line))
  const onlyPassesOn = exported.length > 1 && exported.length === statements.length
  return (isIndex && exported.length > 0) || onlyPassesOn
    ? exported.map(({ specifier, line }) => ({
        line,
        text: `passes on ${specifier}; import it from its own file`,
      }))
    : []
})

const LIMIT = { median: 80, p95: 200, most: 300 }

const linesOf = ({ source }: Module): number => source.trimEnd().split('\n').length

const quantile = (sorted: number[], q: number) => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0

export const fileSizes: Rule = {
  name: 'files stay small',
  check: (modules) => {
    const sizes = modules.filter(({ path }) => isCode(path)).map(linesOf)
    const sorted = sizes.toSorted((a, b) => a - b)
    const [median, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)]
    return [
      ...modules
        .filter((module) => linesOf(module) > LIMIT.most)
        .map((module) => `${module.path}:1 has ${linesOf(module)} lines, at most ${LIMIT.most} are allowed`),
      ...(median > LIMIT.median ? [`src: the median file has ${median} lines, at most ${LIMIT.median}`] : []),
      ...(p95 > LIMIT.p95 ? [`src: the 95th percentile is ${p95} lines, at most ${LIMIT.p95}`] : []),
    ]
  },
}

/** A checker that saw nothing is not green: dependency-cruiser once "passed" on zero modules here. */
export const sawModules: Rule = {
  name: 'the checker saw the code',
  check: (modules) => (modules.length < 20 ? [`src: only ${modules.length} modules seen, 20 expected`] : []),
}
