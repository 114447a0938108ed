import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Modules that a file loads at run time; `import type` and worker addresses load nothing here. */
function loads(path: string): string[] {
  const source = readFileSync(path, 'utf8')
  const imports = [...source.matchAll(/^(?:import|export) ([^;]*?) from '(\.[^']+)'/gms)]
  return imports
    .filter(([, what = '']) => !what.startsWith('type ') && !/^\{(\s*type [^,]+,?)+\s*\}$/.test(what))
    .flatMap(([, , target = '']) => {
      const file = normalize(join(dirname(path), target))
      return [file, `${file}.ts`, `${file}.tsx`].filter((each) => /\.tsx?$/.test(each) && exists(each))
    })
}

function exists(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}

function reached(from: string): Set<string> {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    loads(path).forEach(visit)
  }
  visit(from)
  return new Set([...seen].filter((path) => path.startsWith('src/map/')).map((path) => path.slice(8)))
}

const HEAVY = [
  'geo.ts',
  'outline-index.ts',
  'outline.ts',
  'field.ts',
  'fit.ts',
  'scene.ts',
  'town-labels.ts',
  'gather.ts',
  'picture.ts',
]

it('reads and lays out maps in the worker, and nothing of that on the page', () => {
  expect([...reached('src/map/map.worker.ts')]).toEqual(expect.arrayContaining(HEAVY))
  const page = [...reached('src/map/CityMap.tsx'), ...reached('src/panel/use-region-map.ts')]
  expect(page).toEqual(expect.arrayContaining(['CityMap.tsx', 'map-thread.ts', 'TownTile.tsx']))
  expect(page.filter((path) => HEAVY.includes(path))).toEqual([])
})
