import { words } from '../rest-words'

/** About how wide a letter of the legend is, in u, and what lies between it and what stands at its right. */
const [LETTER, BETWEEN] = [21, 30]

/**
 * The parts of a legend as lines of at most `width` u, in their order; the last one leaves room for `beside` at its right. A part is
 * never broken.
 */
export function packed(parts: readonly string[], width: number, beside: string): readonly string[] {
  const lines: string[][] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last && words.river.legend([...last, part]).length * LETTER <= width) last.push(part)
    else lines.push([part])
  }
  const last = lines.at(-1) ?? []
  const room = width - BETWEEN - beside.length * LETTER
  if (last.length > 1 && words.river.legend(last).length * LETTER > room) lines.push(last.splice(-1))
  return lines.map((line) => words.river.legend(line))
}
