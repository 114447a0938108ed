/** An element of drawn markup, or a run of text. */
type Node = Element | string
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
}

const TOKEN = /<(\/?)([\w-]+)((?:\s[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|<!--.*?-->|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)="([^"]*)"/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}
const VOID = new Set(['br', 'hr', 'img', 'input'])

const decoded = (text: string) =>
  !text.includes('&') ? text : text.replaceAll(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)

/** The last markup that was read: lines, figures, marks and glyphs are asked of the same one. */
let last: { readonly html: string; readonly root: Element; readonly all: readonly Within[] } | undefined

function read(html: string) {
  if (last?.html === html) return last
  const root = parsed(html)
  last = { html, root, all: within(root) }
  return last
}

/** Reads what React wrote: well-formed, so that nothing has to be guessed. */
function parsed(html: string): Element {
  const root: Element = { name: 'root', attributes: new Map(), children: [] }
  const open = [root]
  for (const [, closing, name, attributes = '', selfClosing, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.children.push(decoded(text))
    else if (closing === '/') open.pop()
    else if (name !== undefined) {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
        ([, key = '', value = '']) => [key, decoded(value)] as const,
      )
      const element: Element = { name, attributes: new Map(pairs), children: [] }
      parent.children.push(element)
      if (selfClosing !== '/' && !VOID.has(name)) open.push(element)
    }
  }
  return root
}

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'section header div p h1 h2 h3 ul ol li table tbody tr dl dt dd figure footer'.split(' '),
)
/** Elements that are one line, whatever stands in them. */
const ROWS = new Set(['li', 'tr'])

const isElement = (node: Node): node is Element => typeof node !== 'string'
const isBlock = (node: Node) => isElement(node) && BLOCKS.has(node.name)
const hasBlocks = ({ children }: Element): boolean =>
  children.some((child) => isElement(child) && (isBlock(child) || hasBlocks(child)))
/** A list within a row has rows of its own. */
const hasRows = ({ children }: Element): boolean =>
  children.some((child) => isElement(child) && (ROWS.has(child.name) || hasRows(child)))

/** `12,345` → 12345; NaN where it is no plain number. */
const numberOf = (printed: string) => (printed === '' ? Number.NaN : Number(printed.replaceAll(',', '')))

/** The metric of a figure, and its exact value where the printed one is rounded. */
function marked(element: Element, text: string): string {
  const metric = element.attributes.get('data-metric')
  if (metric === undefined) return text
  const exact = element.attributes.get('data-value') ?? ''
  const isPrinted = exact === '' || numberOf(text.split(' ')[0] ?? '') === Number(exact)
  return `[${metric}${isPrinted ? '' : ` ${Number(Number(exact).toFixed(4))}`}] ${text}`
}

/** Everything in one line. Parts of a row are told apart by bars, words of a sentence only by spaces. */
function inline(node: Node, depth = 0): string {
  if (!isElement(node)) return node.replaceAll(/\s+/g, ' ').trim()
  if (node.attributes.get('aria-hidden') === 'true' && node.name === 'svg') return ''
  const said = node.attributes.get('aria-label')
  if (node.name === 'svg' && said !== undefined) return `(${said})`
  const parts = node.children.map((child) => inline(child, depth + 1)).filter((part) => part !== '')
  const isSentence = node.children.some((child) => !isElement(child) && child.trim() !== '')
  const text = parts.join(depth < 2 && !isSentence ? ' | ' : ' ')
  const whole = text === '' && said !== undefined ? said : text
  return marked(node, node.name === 'button' && whole !== '' ? `‹${whole}›` : whole)
}

function blocks(element: Element): string[] {
  const lines: string[] = []
  let run: Node[] = []
  const flush = () => {
    const text = inline({ name: 'run', attributes: new Map(), children: run })
    if (text !== '') lines.push(text)
    run = []
  }
  for (const child of element.children) {
    const stands = isElement(child) && (element.name === 'header' || isBlock(child) || hasBlocks(child))
    if (!stands) run.push(child)
    else {
      flush()
      lines.push(...lineOrBlocks(child))
    }
  }
  flush()
  return lines
}

function lineOrBlocks(element: Element): string[] {
  const oneLine = ROWS.has(element.name) ? !hasRows(element) : !hasBlocks(element)
  if (oneLine || element.attributes.has('data-metric')) {
    const text = inline(element)
    return text === '' ? [] : [text]
  }
  const said = element.name === 'section' ? undefined : element.attributes.get('aria-label')
  return [...(said === undefined ? [] : [`${said}：`]), ...blocks(element)]
}

/**
 * What a person reads in drawn markup, line by line: rows of lists with their cells between bars, figures with their metric, marks and
 * buttons by their words. Classes, styles and nesting leave no trace.
 */
export const linesOf = (html: string): string[] => blocks(read(html).root)

type Within = readonly [element: Element, parent: Element]

function within(parent: Element, all: Within[] = []): readonly Within[] {
  for (const child of parent.children)
    if (isElement(child)) {
      all.push([child, parent])
      within(child, all)
    }
  return all
}

/** Every element of drawn markup with the one it stands in, in order. */
export const elementsOf = (html: string): readonly Within[] => read(html).all

/** What is written in `element`, without what only marks it. */
export const textIn = ({ children }: Element): string =>
  children
    .map((child) => inline(child))
    .filter((part) => part !== '')
    .join(' ')
