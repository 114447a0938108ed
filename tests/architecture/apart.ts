import { domainOf, groupOf, partOf, perModule } from './module'

/** Never with the page: by the address of a worker, or when a demo is opened. */
const APART = ['url', 'dynamic']

export const demoApart = perModule(
  'the demo is a city behind fetch: only src/app names it, and loads it in a demo only',
  ({ path, imports }) =>
    groupOf(path) === 'demo'
      ? []
      : imports
          .filter(({ target }) => groupOf(target) === 'demo')
          .filter(({ kind }) => groupOf(path) !== 'app' || !APART.includes(kind))
          .map(({ specifier, line }) => ({ line, text: `names the demo: ${specifier}` })),
)

const CONTRACT = /^(contract(-rows)?|records|resources|summary)(\.ts)?$/

export const drawnFromTypes = perModule(
  'views know of their contract the types only, so that no schema is loaded to draw',
  ({ path, imports }) =>
    domainOf(path) !== undefined && partOf(path)?.startsWith('views/') === true
      ? imports
          .filter(({ erased }) => !erased)
          .filter(({ target }) => CONTRACT.test(partOf(target) ?? '') || /^zod(\/|$)/.test(target))
          .map(({ specifier, line }) => ({ line, text: `loads ${specifier} at run time: import type` }))
      : [],
)

export const modeOnce = perModule('live or demo is asked in one place', ({ path, uses }) =>
  groupOf(path) === 'app'
    ? []
    : uses
        .filter(({ name, compared }) => compared && /(^|\.)mode$/.test(name))
        .map(({ name, line }) => ({ line, text: `asks for ${name}; take what src/app has decided` })),
)

const OWN_WALL = ['screens', 'app']

export const wallIsAScreen = perModule(
  'a wall is a screen: what serves all screens has another name',
  ({ path, uses }) => {
    if (OWN_WALL.includes(groupOf(path) ?? '')) return []
    const named = /(^|[/-])wall/i.test(path) ? [{ line: 1, text: 'is named after one screen' }] : []
    const called = uses
      .filter(({ name, kind }) => kind === 'call' && name.startsWith('useWall'))
      .map(({ name, line }) => ({ line, text: `${name} is named after one screen` }))
    return [...named, ...called]
  },
)
