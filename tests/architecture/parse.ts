import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, visitorKeys } from 'oxc-parser'
import { isCode, type Import, type Module, type Use } from './module'

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** Every .ts, .tsx and .css under `root/src`, parsed; declaration files are left out. */
export function readModules(root: string): Module[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join('src', file.replaceAll('\\', '/')))
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8')))
}

export function parseModule(path: string, source: string): Module {
  const lineAt = lineFinder(source)
  const module: Module = { path, source, imports: [], uses: [], strings: [] }
  const addImport: AddImport = (kind, specifier, offset, erased = false) =>
    module.imports.push({
      kind,
      specifier,
      target: resolveFrom(path, specifier),
      erased,
      line: lineAt(offset),
    })

  if (!isCode(path)) {
    for (const found of source.matchAll(/(?:@import\s+(?:url\()?|\bfrom\s+)['"]([^'"]+)['"]/g))
      addImport('static', found[1] ?? '', found.index)
    return module
  }
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  walk(program as unknown as Node, false, (node, inFunction, parent, key) => {
    readImport(node, addImport)
    const use = readUse(node, parent, key)
    if (use) module.uses.push({ ...use, inFunction, line: lineAt(node.start) })
    const text = node.type === 'TemplateElement' ? (node['value'] as { raw: string }).raw : node['value']
    if (typeof text === 'string') module.strings.push({ text, line: lineAt(node.start) })
  })
  return module
}

/** Line of an offset, from 1. Offsets come in the order of the source, near enough to go on from the one before. */
function lineFinder(source: string): (offset: number) => number {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)]
  let line = 1
  return (offset) => {
    while (line > 1 && (starts[line - 1] ?? 0) > offset) line--
    while (line < starts.length && (starts[line] ?? 0) <= offset) line++
    return line
  }
}

function resolveFrom(path: string, specifier: string): string {
  const bare = specifier.replace(/^!/, '').replace(/[?#].*$/, '')
  if (bare.startsWith('/')) return bare.slice(1)
  return bare.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), bare)) : bare
}

type Visit = (node: Node, inFunction: boolean, parent: Node | undefined, key: string) => void

function walk(node: Node, inFunction: boolean, visit: Visit, parent?: Node, key = ''): void {
  visit(node, inFunction, parent, key)
  const within = inFunction || /^(Function|ArrowFunction)/.test(node.type)
  for (const childKey of visitorKeys[node.type] ?? [])
    for (const child of [node[childKey]].flat()) if (isNode(child)) walk(child, within, visit, node, childKey)
}

type AddImport = (kind: Import['kind'], specifier: string, offset: number, erased?: boolean) => void

function readImport(node: Node, add: AddImport): void {
  const source = node['source']
  if (isNode(source) && typeof source['value'] === 'string') {
    const kind = node.type.startsWith('Export')
      ? 're-export'
      : node.type === 'ImportExpression'
        ? 'dynamic'
        : 'static'
    const erased = (node['importKind'] ?? node['exportKind']) === 'type' || node.type === 'TSImportType'
    add(kind, source['value'], node.start, erased)
  }
  const callee = dotted(node['callee'])
  const first = (node['arguments'] as unknown[] | undefined)?.[0]
  if (callee === 'import.meta.glob' && isNode(first))
    for (const item of [first['elements'] ?? first].flat())
      if (isNode(item) && typeof item['value'] === 'string') add('glob', item['value'], node.start)
  // `new Worker(new URL('./x.ts', import.meta.url))` is an import too; other URLs are addresses, not modules.
  const second = (node['arguments'] as unknown[] | undefined)?.[1]
  if (node.type === 'NewExpression' && callee === 'URL' && dotted(second) === 'import.meta.url')
    if (isNode(first) && typeof first['value'] === 'string') add('url', first['value'], node.start)
}

/** `a.b.c` for plain member access, the name for an identifier, undefined for anything computed. */
function dotted(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined
  const object = dotted(node['object'])
  return object && `${object}.${dotted(node['property'])}`
}

function readUse(
  node: Node,
  parent: Node | undefined,
  key: string,
): Omit<Use, 'inFunction' | 'line'> | undefined {
  const name = node.type === 'Identifier' || node.type === 'MemberExpression' ? dotted(node) : undefined
  if (!name) return undefined
  // Names of properties and keys say nothing about what is reached.
  const isLabel = (key === 'property' || key === 'key') && parent?.['computed'] !== true
  if (isLabel) return undefined
  const args = (parent?.['arguments'] as unknown[] | undefined)?.length ?? 0
  if (key === 'callee')
    return { name, kind: parent?.type === 'NewExpression' ? 'new' : 'call', args, compared: false }
  const compared = key === 'discriminant' || /^[!=]==?$/.test(String(parent?.['operator']))
  return { name, kind: 'read', args: 0, compared }
}
