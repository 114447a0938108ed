import { isCode, perModule, type Module } from './module'

/** Chromium 109 is the oldest one supported. TypeScript's `lib` keeps newer JavaScript out; the browser's own API it knows up to today. */
const NEWER_API =
  /^((window|globalThis|self)\.)?(AbortSignal\.any|URL\.(canParse|parse)|document\.startViewTransition|scheduler\.|navigator\.userAgentData|Promise\.(withResolvers|try)|(Object|Map)\.groupBy|Array\.fromAsync|Iterator(\.|$))/

const NEWER_CSS =
  /(color-mix|light-dark|oklch|oklab|anchor|sibling-index)\(|@(scope|starting-style|position-try)\b|(?<=:\s*)subgrid\b|(?<![\w-])(anchor-name|field-sizing|text-box|interpolate-size|animation-timeline|view-transition-name)\s*:/g

export const since109 = perModule('nothing that Chromium 109 lacks', (module) => [
  ...module.uses
    .filter(({ name }) => NEWER_API.test(name))
    .map(({ name, line }) => ({ line, text: `${name} is not in Chromium 109` })),
  ...(isCode(module.path) ? [] : inStyles(module)),
])

function inStyles({ source }: Module) {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  // What stands behind `@supports` is asked for before it is used; two levels of braces are all we write.
  const bare = source
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, blank)
  return [...bare.matchAll(NEWER_CSS)].map(({ 0: text, index }) => ({
    line: bare.slice(0, index).split('\n').length,
    text: `${text} is not in Chromium 109`,
  }))
}

const OLDER = 'src/lib/older-browsers'

export const filledFirst = perModule(
  'the page and every worker add what older browsers lack before anything else runs',
  (module) =>
    /^src\/main\.tsx$|\.worker\.ts$/.test(module.path) &&
    module.imports[0]?.target.replace(/\.ts$/, '') !== OLDER
      ? [{ line: 1, text: `the first import must be ${OLDER}` }]
      : [],
)
