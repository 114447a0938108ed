// node mock-data/generator/maps/build.mjs: writes public/maps/<city>.json; the same input gives the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { buildCartogram, printCartogram } from './cartogram.mjs'
import { DIVISIONS } from './divisions.mjs'
import { LAYOUTS } from './layouts.mjs'

const folder = new URL('../../../public/maps/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [city, divisions] of Object.entries(DIVISIONS)) {
  const text = printCartogram(buildCartogram(divisions, LAYOUTS[city]))
  writeFileSync(new URL(`${city}.json`, folder), text)
  console.log(`public/maps/${city}.json ${Buffer.byteLength(text)} bytes`)
}
