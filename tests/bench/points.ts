import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { PLAIN_CALENDAR } from '../../src/lib/working-time'
import { isoTime, parseTime } from '../../src/lib/calendar'
import { parseJson } from '../../src/data/shape/lossless-json'
import { maskAnswer } from '../../src/data/shape/mask-answer'
import { normalise } from '../../src/data/shape/normalise'
import { rowsOfColumns } from '../../src/data/store/rows-of-columns'
import { demo } from '../../src/demo/video/demo'
import { outlinesIn } from '../../src/demo/kit/outlines'
import { readers } from '../../src/domains/video/contract-points'

const NOW = parseTime('2026-11-18T10:42:00+08:00')

function cpuMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 1000)
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Squares on earth under the codes of the shipped map. */
function onEarth(file: unknown): object {
  const { features } = file as { features: readonly { properties: object }[] }
  const square = (x: number, y: number) => [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]] // prettier-ignore
  return {
    features: features.map(({ properties }, i) => ({
      properties,
      geometry: { type: 'Polygon', coordinates: square(113 + (i % 6) * 0.1, 23 + Math.floor(i / 6) * 0.1) },
    })),
  }
}

/** What the points of every camera of a demo city weigh on the line, with and without places, and what reading them costs beside the picture. */
export async function main(): Promise<void> {
  for (const city of ['baiyun', 'huaibei'])
    for (const places of [true, false]) {
      const outlines = places ? outlinesIn(onEarth(read(`public/maps/${city}.json`))) : null
      const seed = read(`mock-data/${city}/seed/video.json`)
      const moment = { now: NOW, region: null, calendar: PLAIN_CALENDAR }
      const answer = await demo.pieces?.['points']?.(
        seed,
        { ...moment, since: null, outlines: async () => outlines },
        '',
      )
      const text = JSON.stringify({
        contract: 'video.points/1',
        asOf: isoTime(NOW),
        points: answer && 'points' in answer ? answer.points : [],
      })
      let things = 0
      const judgeMs = cpuMs(() => {
        const masked = maskAnswer(parseJson(new TextEncoder().encode(text)), {
          personal: {},
          audience: 'duty',
          first: true,
        })
        const { points, ...rest } = masked as { points: unknown }
        const parsed = readers[0]?.parse(normalise({ ...rest, points: rowsOfColumns(points, 'points') }))
        things = parsed?.success ? parsed.data.ids.length : Number.NaN
      })
      const bytes = { raw: text.length, gz: gzipSync(text).length, br: brotliCompressSync(text).length }
      console.log(JSON.stringify({ city, places, things, bytes, judgeMs }))
    }
}
