import { groupOf, isCode, perModule, type Module } from './module'

const HEX = /#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/gi
const ONLY_HEX = new RegExp(`^${HEX.source}$`, 'i')

/** Matches in a style sheet, comments blanked out so that their lines still count. */
function find({ path, source }: Module, pattern: RegExp) {
  if (isCode(path)) return []
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...bare.matchAll(pattern)].map(({ 0: text, index }) => ({
    line: bare.slice(0, index).split('\n').length,
    text: text.trim(),
  }))
}

// CSS zoom breaks ECharts' hit-testing (measured).
export const noZoom = perModule('no CSS zoom', (module) => [
  ...find(module, /(?<![\w-])zoom\s*:[^;}]*/gi),
  ...module.uses
    .filter(({ name }) => name.endsWith('.style.zoom'))
    .map(({ name, line }) => ({ line, text: name })),
])

const THEMED = ['domains', 'panel', 'blocks', 'ui', 'screens', 'app']

export const noHex = perModule('colours come from src/styles', (module) => {
  const group = groupOf(module.path) ?? ''
  if (group === 'styles') return []
  // Charts and maps draw on canvas and keep their fallback look in code; everything else has no reason to.
  const inCode = THEMED.includes(group) ? module.strings.filter(({ text }) => ONLY_HEX.test(text)) : []
  // A hash in a selector or url() is not a colour, so only values count.
  return [...find(module, new RegExp(`(?<=:[^;{}]*)${HEX.source}(?![^;{}]*\\{)`, 'gi')), ...inCode]
})

export const noPxFonts = perModule('font sizes come from src/styles', (module) =>
  groupOf(module.path) === 'styles' ? [] : find(module, /(?<![\w-])font(-size)?\s*:[^;}]*\d\s*px[^;}]*/gi),
)
