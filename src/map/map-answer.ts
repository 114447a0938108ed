import { isFields } from '../lib/fields'
import type { DistrictLabel } from './drawing'
import type { DrawingAsk, Ground, MapHead, Picture, TownName } from './drawing'
import { parseRegionMap, type RegionShapes } from './geo'
import { buildPicture, districtsOf } from './picture'
import { gather } from './gather'
import { buildScene, type Scene } from './scene'
import { MapFault, sentenceOf } from './map-fault'

/** Scenes kept by map and canvas: a wall, its legend once taller, and a scene of another shape, twice over. */
const KEPT = 6

/** What the page asks the map's worker. `map` is a number the page gives. */
export type MapQuestion =
  | { readonly kind: 'open'; readonly map: number; readonly bytes: Uint8Array }
  | ({
      readonly kind: 'draw'
      readonly map: number
      /** Whether the page still needs the ground of this canvas; it is large and does not change. */
      readonly ground: boolean
    } & DrawingAsk)

export type MapReply =
  | { readonly kind: 'head'; readonly head: MapHead }
  | { readonly kind: 'drawing'; readonly ground: Ground | null; readonly picture: Picture }
  /** The file is at fault; the reason names the place in it. */
  | { readonly kind: 'refused'; readonly reason: string }

interface Laid {
  readonly scene: Scene
  readonly districts: readonly DistrictLabel[]
}

/** Answers for maps: opens files, and draws them with their geometry kept by (map, canvas). Pure but for what it keeps. */
export class MapAnswers {
  private readonly maps = new Map<number, RegionShapes>()
  private readonly laid = new Map<string, Laid>()

  /** @throws Error for a map that was never opened */
  async answer(question: MapQuestion): Promise<MapReply> {
    if (question.kind === 'draw') {
      const { scene, districts } = this.lay(question.map, question)
      const picture = buildPicture(scene, districts, question)
      return { kind: 'drawing', ground: question.ground ? scene.ground : null, picture }
    }
    try {
      const file = readMapFile(question.bytes)
      // Most maps need nothing that converts, and load nothing.
      const shapes = parseRegionMap(
        isFields(file) && file['crs'] ? (await import('./wgs84')).wgs84(file) : file,
      )
      this.maps.set(question.map, shapes)
      return { kind: 'head', head: headOf(shapes) }
    } catch (error) {
      return { kind: 'refused', reason: await reasonOf(error) }
    }
  }

  private lay(map: number, { canvas }: DrawingAsk): Laid {
    const key = JSON.stringify([map, canvas])
    const known = this.laid.get(key)
    if (known) return known
    const shapes = this.maps.get(map)
    if (!shapes) throw new Error(`no map ${map} is open`)
    const scene = buildScene(canvas.only && shapes.schematic ? gather(shapes, canvas.only) : shapes, canvas)
    const laid = { scene, districts: districtsOf(scene) }
    const [oldest] = this.laid.keys()
    if (oldest !== undefined && this.laid.size >= KEPT) this.laid.delete(oldest)
    this.laid.set(key, laid)
    return laid
  }
}

async function reasonOf(error: unknown): Promise<string> {
  if (error instanceof MapFault) return sentenceOf(error)
  return error instanceof Error ? error.message : String(error)
}

function headOf({ towns, schematic, note, approval }: RegionShapes): MapHead {
  return {
    towns: towns.map(({ code, name, districtCode, district }): TownName => ({
      code,
      name,
      districtCode,
      district,
    })),
    schematic,
    note,
    approval,
  }
}

/** @throws MapFault when the bytes are not UTF-8 or not JSON */
function readMapFile(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new MapFault('', (words) => words.notUtf8)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new MapFault('', (words) => words.notJson(error instanceof Error ? error.message : String(error)))
  }
}
