// What one build consists of: which file needs which at once, which later, and what it was made of.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, relative } from 'node:path'
import { parseSync } from 'oxc-parser'
import { build } from 'vite'

/** `{ now, later }` of a built module: the files it imports, and those it imports on demand. */
export function readModule(file, code) {
  const { module, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((each) => each.moduleRequest))
  const now = [...module.staticImports.map((each) => each.moduleRequest), ...exported].map(
    (each) => each?.value,
  )
  // In any of the quotes that minifiers choose from; what is worked out at run time names no file.
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    code.slice(start + 1, end - 1),
  )
  const files = (all) =>
    new Set(
      all
        .filter((each) => /^\.{0,2}\//.test(each ?? ''))
        .map((each) => posix.join(posix.dirname(file), each)),
    )
  return { now: files(now), later: files(later) }
}

/**
 * Builds the program in memory. `files` maps a name to its bytes; `modules` maps each script to what it imports and, for those
 * that are no worker, the source files it was made of.
 */
export async function buildGraph(root) {
  const outDir = mkdtempSync(join(tmpdir(), 'guancheng-graph-'))
  try {
    const { output } = await build({
      root,
      logLevel: 'error',
      build: { write: false, outDir, emptyOutDir: true },
    })
    const files = new Map(
      output.map((each) => [each.fileName, Buffer.from(each.type === 'chunk' ? each.code : each.source)]),
    )
    const modules = new Map()
    for (const each of output) {
      if (!each.fileName.endsWith('.js')) continue
      const source = (id) => relative(root, id).replaceAll('\\', '/')
      modules.set(each.fileName, {
        ...readModule(each.fileName, files.get(each.fileName).toString()),
        facade: each.type === 'chunk' && each.facadeModuleId ? source(each.facadeModuleId) : undefined,
        sources: each.type === 'chunk' ? each.moduleIds.map(source) : [],
        css: each.type === 'chunk' ? [...(each.viteMetadata?.importedCss ?? [])] : [],
      })
    }
    return { files, modules }
  } finally {
    rmSync(outDir, { recursive: true })
  }
}

/** The modules that must have arrived before those named can run, those included. */
export function closure(modules, names) {
  const seen = new Set()
  const visit = (name) => {
    if (seen.has(name)) return
    const module = modules.get(name)
    if (!module) throw new Error(`no built file ${name}`)
    seen.add(name)
    module.now.forEach(visit)
  }
  names.forEach(visit)
  return seen
}

/** As `closure`, with everything that may be fetched later; `follow` says which of those to go after. */
export function reachable(modules, names, follow = () => true) {
  const seen = new Set()
  let next = [...names]
  while (next.length > 0) {
    const found = closure(modules, next)
    const later = [...found].filter((name) => !seen.has(name)).flatMap((name) => [...modules.get(name).later])
    for (const name of found) seen.add(name)
    next = later.filter((name) => !seen.has(name) && modules.has(name) && follow(modules.get(name)))
  }
  return seen
}
