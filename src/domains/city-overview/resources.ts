import * as z from 'zod/mini'
import { defineDataset, type Inputs, type Moment } from '../../contract/dataset'
import type { CityDocument } from '../../contract/document'
import { isStale } from '../../contract/freshness'
import { measure } from '../../contract/measure'
import { schema, type OverviewOperation, type Town } from './contract'

// What this document borrows from the others: their town rows. Read by shape, so that no panel folder knows another,
// and part by part, so that what one source leaves out takes nothing else along.
const known = z.optional(z.nullable(z.number()))
const place = { code: z.string(), name: z.optional(z.string()) }
const loadRow = z.object({ ...place, count: known, low: known, high: known })
const cameraRow = z.object({ ...place, cameras: known, offline: known })
const hallRow = z.object({ ...place, halls: known })
const receivedPart = z.object({ received: measure })

const INPUTS = ['hotline', 'video', 'service-hall'] as const

type Place = z.infer<z.ZodMiniObject<typeof place>>

/** Town rows of an input; none when the city, the moment or the source has none. */
function rowsOf<Row extends Place>(document: CityDocument | undefined, row: z.ZodMiniType<Row>): Row[] {
  const parsed = z.object({ towns: z.array(row) }).safeParse(document?.operation)
  return parsed.success ? parsed.data.towns : []
}

const byCode = <Row extends Place>(rows: readonly Row[]) => new Map(rows.map((row) => [row.code, row]))

/** Every town somebody names, once: the demo's own first, then in the order of the inputs. */
function townsOf(base: OverviewOperation | null, inputs: Inputs): { code: string; name: string }[] {
  const rows = [base?.towns ?? [], ...INPUTS.map((id) => rowsOf(inputs.get(id), z.object(place)))]
  const names = new Map<string, string>()
  for (const { code, name } of rows.flat()) if (name !== undefined && !names.has(code)) names.set(code, name)
  return [...names].map(([code, name]) => ({ code, name }))
}

/**
 * The city map's document: every town with what hotline, video and halls say about it at this moment. It is as new as the newest
 * of them, so figures of one that has gone stale are left out: under that time they would pass for new.
 */
function derive({ now, staleAfterMs = {} }: Moment, inputs: Inputs, base: OverviewOperation | null) {
  const fresh = (id: string) => {
    const document = inputs.get(id)
    return document && !isStale(document, now, staleAfterMs[id]) ? document : undefined
  }
  const load = byCode(rowsOf(fresh('hotline'), loadRow))
  const cameras = byCode(rowsOf(fresh('video'), cameraRow))
  const halls = byCode(rowsOf(fresh('service-hall'), hallRow))
  const towns = townsOf(base, inputs).map(({ code, name }): Town => ({
    code,
    name,
    received: load.get(code)?.count ?? null,
    low: load.get(code)?.low ?? null,
    high: load.get(code)?.high ?? null,
    cameras: cameras.get(code)?.cameras ?? null,
    offline: cameras.get(code)?.offline ?? null,
    halls: halls.get(code)?.halls ?? null,
  }))
  const received = receivedPart.safeParse(fresh('hotline')?.operation).data?.received ?? null
  return { operation: towns.length === 0 && received === null ? null : { received, towns } }
}

/** The whole city on one map, and the published figures that have no scene of their own. */
export const cityOverview = defineDataset({
  id: 'city-overview',
  schema,
  derivedFrom: INPUTS,
  wholeCity: true,
  derive,
})
