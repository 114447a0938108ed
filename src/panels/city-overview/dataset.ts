import * as z from 'zod/mini'
import { defineDataset, type Moment } from '../../contract/dataset'
import type { CityDocument } from '../../contract/document'
import { measure } from '../../contract/measure'
import { isoTime } from '../../lib/calendar'
import { schema, type OverviewDocument, type Town } from './schema'

// What this document borrows from the others: their town rows. Read by shape, so that no panel folder knows another.
const hotlinePart = z.object({
  received: measure,
  towns: z.array(z.object({ code: z.string(), count: z.number(), low: z.number(), high: z.number() })),
})
const videoPart = z.object({
  towns: z.array(z.object({ code: z.string(), cameras: z.number(), offline: z.number() })),
})
const hallPart = z.object({ towns: z.array(z.object({ code: z.string(), halls: z.number() })) })

/** Town rows of an input by code, or null when the city or the moment has none. */
function part<Schema extends z.ZodMiniType>(
  document: CityDocument | undefined,
  schema_: Schema,
): z.infer<Schema> | null {
  const parsed = schema_.safeParse(document?.operation)
  return parsed.success ? parsed.data : null
}

function byCode<Row extends { code: string }>(rows: readonly Row[] | undefined): ReadonlyMap<string, Row> {
  return new Map(rows?.map((row) => [row.code, row]))
}

/** The city map's document: every town with what hotline, video and halls say about it at this moment. */
function simulate(
  document: OverviewDocument,
  moment: Moment,
  inputs: ReadonlyMap<string, CityDocument>,
): OverviewDocument {
  const hotline = part(inputs.get('hotline'), hotlinePart)
  const video = part(inputs.get('video'), videoPart)
  const halls = part(inputs.get('service-hall'), hallPart)
  const load = byCode(hotline?.towns)
  const cameras = byCode(video?.towns)
  const places = byCode(halls?.towns)
  const towns = (document.operation?.towns ?? []).map(({ code, name }): Town => ({
    code,
    name,
    received: load.get(code)?.count ?? null,
    low: load.get(code)?.low ?? null,
    high: load.get(code)?.high ?? null,
    cameras: cameras.get(code)?.cameras ?? null,
    offline: cameras.get(code)?.offline ?? null,
    halls: places.get(code)?.halls ?? null,
  }))
  return { ...document, asOf: isoTime(moment.now), operation: { received: hotline?.received ?? null, towns } }
}

/** The whole city on one map, and the published figures that have no scene of their own. */
export const cityOverview = defineDataset({
  id: 'city-overview',
  schema,
  derivedFrom: ['hotline', 'video', 'service-hall'],
  wholeCity: true,
  simulate,
})
