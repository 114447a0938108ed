import { describe, expect, it } from 'vitest'
import { scripts } from '../../../package.json'
import { documents, exists, linksIn, pathsIn, scriptsIn, textOf } from './mentions'

describe.each(documents)('%s', (document) => {
  const text = textOf(document)

  it('names only paths that are there', () => {
    expect(pathsIn(text).filter((path) => !exists(path))).toEqual([])
  })

  it('links only to what is there', () => {
    expect(linksIn(document, text).filter((path) => !exists(path))).toEqual([])
  })

  it('names only scripts that are there', () => {
    expect(scriptsIn(text).filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })
})

it('the README describes every script that is no part of another', () => {
  const told = scriptsIn(textOf('README.md'))
  const own = Object.keys(scripts).filter((name) => !/^(pre.*|start|test)$/.test(name) || name === 'preview')
  expect(own.filter((name) => !told.includes(name))).toEqual([])
})

describe('a mention is found', () => {
  it('as a path of any kind, and missed when it leads nowhere', () => {
    const text =
      'see `src/map/nowhere.ts`, src/domains/<id>/manifest.ts, `charts/engine.ts`, deploy/{sql,nginx}'
    expect(pathsIn(text).map((path) => [path, exists(path)])).toEqual([
      ['src/map/nowhere.ts', false],
      ['src/domains/<id>/manifest.ts', true],
      ['deploy/{sql,nginx}', true],
      ['charts/engine.ts', true],
    ])
    expect(exists('charts/gone')).toBe(false)
  })

  it('as a script, in a sentence and in the table', () => {
    const table = '| `npm run …` | does |\n|---|---|\n| `one` · `two:half` | `three` |\n'
    expect(scriptsIn(`npm run -s check -- lint\n${table}`)).toEqual(['check', 'one', 'two:half'])
  })

  it('as a link from where the document lies', () => {
    expect(
      linksIn('docs/recipes/README.md', '[a](ckan/README.md) [b](../integrate.md#x) [c](https://x.y)'),
    ).toEqual(['docs/recipes/ckan/README.md', 'docs/integrate.md'])
  })
})
