import type { ReactNode } from 'react'
import type { Root } from 'react-dom/client'

/** As much of an element as React needs to put it on a page that nobody sees. */
class BareNode {
  readonly children: BareNode[] = []
  parentNode: BareNode | null = null
  readonly style = { setProperty: () => undefined }
  readonly clientWidth = 0
  readonly clientHeight = 0
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml'
  readonly nodeType: number
  readonly nodeName: string
  readonly ownerDocument: unknown
  text: string

  constructor(nodeName: string, ownerDocument: unknown, { nodeType = 1, text = '' } = {}) {
    this.nodeName = nodeName
    this.ownerDocument = ownerDocument
    this.nodeType = nodeType
    this.text = text
  }

  get tagName(): string {
    return this.nodeName.toUpperCase()
  }
  get textContent(): string {
    return this.text + this.children.map((child) => child.textContent).join('')
  }
  set textContent(text: string) {
    this.children.length = 0
    this.text = text
  }
  get nodeValue(): string {
    return this.text
  }
  set nodeValue(text: string) {
    this.text = text
  }
  get firstChild(): BareNode | null {
    return this.children[0] ?? null
  }
  get lastChild(): BareNode | null {
    return this.children.at(-1) ?? null
  }
  appendChild(child: BareNode): void {
    this.insertBefore(child, null)
  }
  insertBefore(child: BareNode, before: BareNode | null): void {
    child.parentNode?.removeChild(child)
    child.parentNode = this
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child)
  }
  removeChild(child: BareNode): void {
    this.children.splice(this.children.indexOf(child), 1)
    child.parentNode = null
  }
  setAttribute(): void {}
  removeAttribute(): void {}
  addEventListener(): void {}
  removeEventListener(): void {}
}

const page = {
  nodeType: 9,
  createElement: (name: string): BareNode => new BareNode(name, page),
  createElementNS: (_: string, name: string): BareNode => new BareNode(name, page),
  createTextNode: (text: string): BareNode => new BareNode('#text', page, { nodeType: 3, text }),
  addEventListener: () => undefined,
  activeElement: null,
  body: null,
}

const NO_PADDING = { paddingLeft: '0', paddingRight: '0', paddingTop: '0', paddingBottom: '0' }

/** Nothing ever has another size. */
class Unlaid {
  observe(): void {}
  disconnect(): void {}
}

export interface BarePage {
  /** Draws `node`, and resolves once everything that follows from it has happened. */
  readonly draw: (node: ReactNode) => Promise<void>
  readonly text: () => string
  /** Takes everything down again. */
  readonly close: () => Promise<void>
}

/** Everything that React has put off has happened after a few turns of the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

/**
 * A page without a browser, on which components live on after the first drawing: what a change draws again can be counted. Nothing
 * is laid out, so a panel is given its room.
 */
export async function openPage(): Promise<BarePage> {
  const window = {
    document: page,
    event: undefined,
    HTMLIFrameElement: BareNode,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }
  const globals = { window, document: page, ResizeObserver: Unlaid, getComputedStyle: () => NO_PADDING }
  const before = Object.keys(globals).map((name) => [name, Reflect.get(globalThis, name)] as const)
  Object.assign(globalThis, globals)
  const { createRoot } = await import('react-dom/client')
  const container = new BareNode('div', page)
  const root: Root = createRoot(container as unknown as HTMLElement)
  return {
    async draw(node) {
      root.render(node)
      await settle()
    },
    text: () => container.textContent,
    async close() {
      root.unmount()
      await settle()
      for (const [name, value] of before)
        if (value === undefined) Reflect.deleteProperty(globalThis, name)
        else Reflect.set(globalThis, name, value)
    },
  }
}
