import { isFields, listIn, numberIn, recordIn } from '../../../src/lib/fields'

/** What charts draw beside their values, and the words of which one has to stand in the panel where it is drawn. */
const GLYPHS = {
  ring: /○ ?\p{Script=Han}/u,
  range: /[▬带] ?\p{Script=Han}|带.*常态/u,
  band: /常态/,
  tick: /\| ?\p{Script=Han}/u,
  target: /目标/,
  usual: /— ?.*常态/,
} as const
type Glyph = keyof typeof GLYPHS

const inRow: Readonly<Record<string, Glyph>> = {
  outlier: 'ring',
  range: 'range',
  tick: 'tick',
  target: 'target',
  usual: 'usual',
}

/** What stands in the place of a chart, for whoever looks for marks: of exceptions by their numbers, of its own by their names. */
export function drawnIn(data: unknown): readonly Readonly<Record<string, string>>[] {
  const rows = listIn(data, 'rows')
  const breaches = rows.flatMap((row) => numberIn(recordIn(row, 'breach'), 'no') ?? [])
  const series = recordIn(data, 'series')
  const glyphs = new Set([
    ...rows.flatMap((row) => Object.entries(inRow).flatMap(([field, glyph]) => (row[field] ? glyph : []))),
    ...(isFields(series) && series.low && series.high ? (['band'] as const) : []),
  ])
  return [
    ...breaches.map((no) => ({ 'data-no': String(no) })),
    ...[...glyphs].map((glyph) => ({ 'data-glyph': glyph })),
  ]
}

const isGlyph = (name: string): name is Glyph => Object.hasOwn(GLYPHS, name)

/** Those of `glyphs` that no line explains; the label of a chart is heard, not seen. */
export const unexplained = (glyphs: readonly string[], lines: readonly string[]): string[] => {
  const seen = lines.filter((line) => !line.startsWith('图 '))
  return glyphs.filter((name) => isGlyph(name) && !seen.some((line) => GLYPHS[name].test(line)))
}
