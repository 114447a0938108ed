/** One line of text as painted, in CSS px; `top` and `bottom` hug the glyphs, not the line box. */
export interface TextBox {
  text: string
  /** Same number, same element: lines of one element do not overlap each other. */
  element: number
  /** Font size after CSS transforms and SVG scaling. */
  size: number
  /** The number inside a severity mark: one or two digits that fill a shape of their own. */
  mark: boolean
  left: number
  right: number
  top: number
  bottom: number
  /** Some ancestor with hidden overflow cuts it. */
  clipped: boolean
  /** What those ancestors leave of it, as [left, top, right, bottom]. */
  seen: [number, number, number, number]
}

/** Runs in the page (`page.evaluate`), so it may use nothing from outside itself but what it is given. */
export function textBoxes(): {
  boxes: TextBox[]
  viewport: { width: number; height: number }
  scroll: { width: number; height: number }
} {
  const skip = 'style,script,noscript,[data-legibility="skip"],.sr-only,.visually-hidden'
  /** Asked of every element once: most of a page's texts have most of their ancestors in common. */
  const remembered = <Value>(ask: (element: Element) => Value) => {
    const known = new Map<Element, Value>()
    return (element: Element): Value => {
      const value = known.get(element) ?? ask(element)
      known.set(element, value)
      return value
    }
  }
  const ancestors = remembered((element): Element[] =>
    element.parentElement ? [element, ...ancestors(element.parentElement)] : [element],
  )

  const isVisible = remembered((element): boolean => {
    const { display, visibility, opacity } = getComputedStyle(element)
    const shown = display !== 'none' && visibility !== 'hidden' && Number(opacity) !== 0
    return shown && (element.parentElement === null || isVisible(element.parentElement))
  })

  /** By how much the transforms of an element's ancestors and its own scale it. */
  const scaleOf = remembered((element): number => {
    const matrix = /matrix\(([^,]+),([^,]+)/.exec(getComputedStyle(element).transform)
    const own =
      matrix && !(element instanceof SVGElement) ? Math.hypot(Number(matrix[1]), Number(matrix[2])) || 1 : 1
    return element.parentElement === null ? own : own * scaleOf(element.parentElement)
  })

  /** What cuts off the content of an element, and where. */
  const edgeOf = remembered((element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    const [cutsX, cutsY] = [overflowX !== 'visible', overflowY !== 'visible']
    return { cutsX, cutsY, edge: cutsX || cutsY ? element.getBoundingClientRect() : new DOMRect() }
  })

  const paintedSize = (element: Element) => {
    const ctm =
      element instanceof SVGGraphicsElement && element.ownerSVGElement ? element.getScreenCTM() : null
    const svg = ctm ? Math.hypot(ctm.a, ctm.b) : 1
    return parseFloat(getComputedStyle(element).fontSize) * svg * scaleOf(element)
  }

  type Placed = Omit<TextBox, 'clipped' | 'seen'>

  const isClipped = (element: Element, box: Placed) =>
    ancestors(element).some((each) => {
      if (each === document.body || each === document.documentElement) return false
      const { cutsX, cutsY, edge } = edgeOf(each)
      return (
        (cutsX && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) ||
        (cutsY && (box.bottom > edge.bottom + 1.5 || box.top < edge.top - 1.5))
      )
    })

  const seenOf = (element: Element, { left, top, right, bottom }: Placed): TextBox['seen'] =>
    ancestors(element).reduce<TextBox['seen']>(
      ([l, t, r, b], each) => {
        if (each === document.body || each === document.documentElement) return [l, t, r, b]
        const { cutsX, cutsY, edge } = edgeOf(each)
        return [
          cutsX ? Math.max(l, edge.left) : l,
          cutsY ? Math.max(t, edge.top) : t,
          cutsX ? Math.min(r, edge.right) : r,
          cutsY ? Math.min(b, edge.bottom) : b,
        ]
      },
      [left, top, right, bottom],
    )

  const numbers = new Map<Element, number>()
  const boxes: TextBox[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const element = node.parentElement
    if (!text || !element || element.closest(skip) || !isVisible(element)) continue
    if (!numbers.has(element)) numbers.set(element, numbers.size)
    const size = paintedSize(element)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { width, height, left, right, top } of range.getClientRects()) {
      if (width < 1 || height < 1) continue
      const middle = top + height / 2
      // Glyphs fill about 72 % of the font size.
      const half = size * 0.36
      const mark = element.closest('svg[data-mark]') !== null
      const box = {
        text: text.slice(0, 24),
        size,
        mark,
        left,
        right,
        top: middle - half,
        bottom: middle + half,
      }
      const placed = { ...box, element: numbers.get(element) ?? -1 }
      boxes.push({ ...placed, clipped: isClipped(element, placed), seen: seenOf(element, placed) })
    }
  }
  const { scrollWidth, scrollHeight } = document.documentElement
  return {
    boxes,
    viewport: { width: innerWidth, height: innerHeight },
    scroll: { width: scrollWidth, height: scrollHeight },
  }
}
