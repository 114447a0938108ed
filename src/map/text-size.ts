/** Width of a text in the same unit as `size`: Chinese characters are square, others about 0.58 of that in Noto Sans. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const char of text) width += char.charCodeAt(0) > 0x2e7f ? size : size * 0.58
  return width
}

/** A name in one line, or halved (杜集 / 开发区), or null where it does not fit: text is never made smaller. */
export function fitLines(name: string, room: number, size: number): readonly string[] | null {
  if (textWidth(name, size) <= room) return [name]
  const half = Math.floor(name.length / 2)
  const lines = [name.slice(0, half), name.slice(half)]
  // Three characters in two lines read as two names.
  return name.length > 3 && lines.every((line) => textWidth(line, size) <= room) ? lines : null
}

/** Letter spacing of district names, in u. */
export const SPACING = 4
/** Radius of the pin that stands for a label without room, in u. */
export const PIN = 3.5

/** The first letters of a name that fit with `…` behind them; null where fewer than two do. */
export function shorten(name: string, room: number, size: number): string | null {
  const letters = [...name]
  for (let n = letters.length - 1; n >= 2; n--) {
    const text = `${letters.slice(0, n).join('')}…`
    if (textWidth(text, size) <= room) return text
  }
  return null
}
