import { clock, effects, noFetch } from './purity'
import { doors, inside, islands, layers, registryGlobs } from './layers'
import type { Rule } from './module'
import { folderNames, noBarrels } from './shape'
import { noHex, noPxFonts, noZoom } from './styles'

/** [rule, path, source]: each of these breaks the rule exactly once. */
export const BROKEN: [Rule, string, string][] = [
  [layers, 'src/lib/a.ts', `import { b } from '../ui/b'`],
  [layers, 'src/ui/A.tsx', `import type { C } from '../charts/c'`],
  [layers, 'src/charts/a.ts', `export { b } from '../map/b'`],
  [layers, 'src/map/a.ts', `const b = await import('../video/b')`],
  [layers, 'src/charts/a.ts', `import { b } from '../config/b'`],
  [layers, 'src/contract/a.ts', `import { b } from '../config/b'`],
  [layers, 'src/contract/a.ts', `import { b } from '../charts/b'`],
  [layers, 'src/config/a.ts', `import { b } from '../data/b'`],
  [layers, 'src/data/a.ts', `new Worker(new URL('../panel-kit/b.ts', import.meta.url))`],
  [layers, 'src/panel-kit/a.ts', `import { panels } from '../panels/registry'`],
  [layers, 'src/panels/p/panel.ts', `import { b } from '../../data/b'`],
  [layers, 'src/panels/p/panel.ts', `type B = import('../../config/b').B`],
  [layers, 'src/screens/wall/A.tsx', `import { b } from '/src/app/b'`],
  [layers, 'src/main.tsx', `import { b } from './panels/registry'`],
  [layers, 'src/ui/a.module.css', `@import '../styles/tokens.css';`],
  [layers, 'src/wall/a.ts', `export const a = 1`],
  [islands, 'src/panels/p/View.tsx', `import { schema } from '../q/schema'`],
  [islands, 'src/panels/p/View.tsx', `import { panels } from '../registry'`],
  [islands, 'src/panels/shared.ts', `export const a = 1`],
  [islands, 'src/screens/wall/A.tsx', `import { View } from '../../panels/hotline/View'`],
  [islands, 'src/app/a.ts', `const all = import.meta.glob('../panels/*/panel.ts')`],
  [registryGlobs, 'src/panels/registry.ts', `import { panel } from './hotline/panel'`],
  [doors, 'src/panels/p/option.ts', `import type { EChartsOption } from 'echarts'`],
  [doors, 'src/ui/A.tsx', `import ReactECharts from 'echarts-for-react/esm/core'`],
  [doors, 'src/data/a.ts', `import { QueryClient } from '@tanstack/react-query'`],
  [doors, 'src/panel-kit/a.ts', `import { create } from 'zustand'`],
  [doors, 'src/panel-kit/a.ts', `const load = () => import('jsonata')`],
  [doors, 'src/screens/a.tsx', `export { Route } from 'wouter'`],
  [doors, 'src/ui/a.ts', `import { join } from 'node:path'`],
  [inside, 'src/data/a.ts', `const all = import.meta.glob('/mock-data/*/*.json')`],
  [inside, 'src/lib/a.ts', `import { fixture } from '../../tests/e2e/fixture'`],
  [noFetch, 'src/panels/p/View.tsx', `export const load = () => fetch('/x')`],
  [noFetch, 'src/ui/A.tsx', `export const load = (run = window.fetch) => run('/x')`],
  [noFetch, 'src/charts/a.ts', `export const open = () => new EventSource('/x')`],
  [noFetch, 'src/map/a.ts', `export const open = () => new WebSocket('ws://x')`],
  [noFetch, 'src/screens/a.ts', `export const open = () => new XMLHttpRequest()`],
  [effects, 'src/panels/p/View.tsx', `export function View() { useEffect(() => {}); return null }`],
  [effects, 'src/ui/A.tsx', `export function A() { React.useLayoutEffect(() => {}); return null }`],
  [clock, 'src/app/boot.ts', `const started = Date.now()`],
  [clock, 'src/screens/a.ts', `const started = new Date()`],
  [clock, 'src/ui/a.ts', `export const salt = Math.random()`],
  [clock, 'src/lib/a.ts', `export const age = (t: number) => Date.now() - t`],
  [clock, 'src/contract/a.ts', `export const today = () => new Date()`],
  [clock, 'src/panels/p/simulate.ts', `export const simulate = () => Math.random()`],
  [clock, 'src/panels/p/option-line.ts', `export const option = () => ({ now: new Date() })`],
  [noZoom, 'src/screens/a.module.css', `.a { zoom: 2; }`],
  [noZoom, 'src/screens/a.ts', `export const fit = (el: HTMLElement) => { el.style.zoom = '2' }`],
  [
    noHex,
    'src/ui/a.module.css',
    `#root { color: var(--tx-1); background: linear-gradient(90deg, #fff, red); }`,
  ],
  [noHex, 'src/panels/p/option.ts', `export const option = { color: '#86BFCC' }`],
  [noPxFonts, 'src/ui/a.module.css', `.a { font-size: 14px }`],
  [noPxFonts, 'src/ui/a.module.css', `.a { font: 700 14px/1.2 var(--font); }`],
  [folderNames, 'src/lib/utils/a.ts', `export const a = 1`],
  [noBarrels, 'src/ui/index.ts', `export { A } from './A'`],
]

/** Everything the rules must leave alone. */
export const FINE: [path: string, source: string][] = [
  ['src/main.tsx', `import './styles/reset.css'\nimport { App } from './app/App'`],
  ['src/panels/registry.ts', `const all = import.meta.glob(['./*/panel.ts', '!./*/x.ts'], { eager: true })`],
  [
    'src/panels/p/panel.ts',
    `import { definePanel } from '../../panel-kit/define-panel'\nimport css from './p.module.css'`,
  ],
  [
    'src/panels/p/View.tsx',
    `// fetch() and new Date() in a comment\nexport const View = ({ query }) => query.fetch('#fff text')`,
  ],
  [
    'src/screens/wall/A.tsx',
    `import { panels } from '../../panels/registry'\nimport { create } from 'zustand'`,
  ],
  ['src/map/layers/a.ts', `import * as echarts from 'echarts/core'\nexport const geo = { zoom: 1.2 }`],
  ['src/data/a.ts', `export const load = (now = () => Date.now()) => fetch('/x?at=' + now())`],
  [
    'src/lib/a.ts',
    `export const day = (t: number) => new Date(t).getUTCDay()\nexport const clock = Date.now`,
  ],
  ['src/charts/theme.ts', `export const fallback = '#86BFCC'`],
  ['src/charts/forms/a.ts', `import type { DaySeries } from '../../contract/measure'`],
  ['src/map/b.ts', `import type { Severity } from '../contract/exception'`],
  ['src/styles/tokens.css', `:root { --bg-0: #0A0F14; font-size: 16px; }`],
  [
    'src/ui/a.module.css',
    `/* #fff, zoom: 2 */\n#fade:hover { border: var(--hair) solid; font-size: var(--fs-min); --zoom: 1 }`,
  ],
  ['src/ui/b.module.css', `a:not(#abc) { will-change: transform; font: 700 var(--fs-body)/1.2 var(--font) }`],
]
