/**
 * Page translators put elements of their own in the place of text nodes. React goes on writing into the nodes it made, so that old
 * words would stand beside new figures, and throws when it takes one away that is no longer there. `index.html` asks not to be
 * translated, which the translators built into browsers heed; plug-ins do not. So what they put up stands for our text only until
 * that text changes: then the text itself comes back.
 * @param root the element React renders into
 */
export function keepOwnText(root: Element): void {
  const standIns = new WeakMap<Node, Element>()
  const texts = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const standIn = standIns.get(target)
      if (standIn?.isConnected && !target.isConnected) standIn.replaceWith(target)
      standIns.delete(target)
    }
  })
  new MutationObserver((changes) => {
    for (const change of changes) {
      const standIn = standInOf(change)
      for (const gone of change.removedNodes) {
        if (!standIn || !(gone instanceof Text) || gone.isConnected) continue
        standIns.set(gone, standIn)
        texts.observe(gone, { characterData: true })
      }
    }
  }).observe(root, { childList: true, subtree: true })
  letStandInsGo(root, standIns)
}

/** React never puts one node in the place of another in one step, nor makes a FONT: whatever did either is not React. */
function standInOf({ addedNodes, previousSibling, nextSibling }: MutationRecord): Element | undefined {
  const [added] = addedNodes
  if (added instanceof Element) return added
  return [previousSibling, nextSibling].find(
    (beside): beside is Element => beside instanceof Element && beside.tagName === 'FONT',
  )
}

/** Where React takes away, or puts something in front of, a text that a stand-in has replaced, the stand-in is meant. */
function letStandInsGo(root: Element, standIns: WeakMap<Node, Element>): void {
  const { prototype } = Node
  // oxlint-disable-next-line typescript/unbound-method -- called with its own node below
  const { removeChild: remove, insertBefore: insert } = prototype
  const meant = (parent: Node, child: Node): Element | undefined => {
    if (child.parentNode === parent || !root.contains(parent)) return undefined
    const standIn = standIns.get(child)
    return standIn?.parentNode === parent ? standIn : undefined
  }
  prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    const standIn = meant(this, child)
    if (standIn) standIn.remove()
    else remove.call(this, child)
    return child
  }
  prototype.insertBefore = function <Child extends Node>(
    this: Node,
    node: Child,
    before: Node | null,
  ): Child {
    const standIn = before && meant(this, before)
    insert.call(this, node, standIn ?? before)
    return node
  }
}
