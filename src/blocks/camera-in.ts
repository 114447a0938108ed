import type { RecordRow, RowValue } from '../contract/records/record-rows'
import { metaOf, momentIn, titleOf, type Reading } from '../panel/reading'
import { cameraFrom, type CameraShown } from '../video/camera'

type Turns = NonNullable<Reading['picture']>['turns']

/** The camera that a record stands for; null of a kind that has no picture. */
export function cameraIn(reading: Reading | undefined, row: RecordRow, now: number): CameraShown | null {
  const { picture } = reading ?? {}
  if (!reading || !picture) return null
  const [stream, since] = [row.fields[picture.stream], momentIn(row, picture.since)]
  return cameraFrom(
    {
      id: row.key,
      name: titleOf(reading, row, now),
      meta: metaOf(reading, row, now),
      offline: row.fields[picture.offline] === true,
      since: Number.isNaN(since) ? null : since,
      turns: turnsIn(picture.turns, row),
      by: Object.fromEntries((picture.by ?? []).map((field) => [field, valueOf(row.fields[field])] as const)),
    },
    typeof stream === 'string' ? stream : null,
  )
}

const turnsIn = (turns: Turns, { fields }: RecordRow): boolean | undefined => {
  const value = turns && fields[turns.field]
  return typeof value === 'string' ? turns?.by.includes(value) : undefined
}

const valueOf = (value: RowValue | undefined): string =>
  typeof value === 'object' && value !== null ? value.code : String(value ?? '')
