import { groupOf, perModule, type Rule } from './module'

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

/**
 * COMING: true of the target tree and not yet of this one. They have their planted violations and are not run over src; each
 * moves to RULES as soon as it holds.
 */
export const COMING: readonly Rule[] = [wallIsAScreen]
