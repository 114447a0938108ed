import { useMemo } from 'react'
import { cameraIn } from '../../../blocks/camera-in'
import { recordRowOf, recordRowsOf, type RecordRow } from '../../../contract/records/record-rows'
import { useScreen } from '../../../panel/screen-context'
import type { Answer } from '../../../contract/resource'
import { useAnswer, useAnswers, type Asked } from '../../../panel/use-answer'
import { useExceptions, type NumberedException } from '../../../panel/use-exceptions'
import { hasAddress, type CameraShown } from '../../../video/camera'
import { BLOCK, turnsAt } from '../../../video/patrol'
import type { VideoFault, VideoOperation } from '../contract'
import { readings } from '../readings'
import { words } from '../words'
import { faultMarks } from './fault-marks'
import type { Parts, RoundOf } from './round'

const DOMAIN = 'video'
/** Looked at in a town, so that one that is cut off does not stand for it. */
const LOOKED_AT = 4
/** Cameras that have had their turn are known for as long: a wall goes on for months, and whoever goes back asks again. */
const PASSED = { gcTime: 5000 }
/** As many rows as a question may ask for. */
const MOST_LISTED = 5000

const cameraOf = (row: RecordRow) => cameraIn(readings['camera'], row, 0)

interface Wanted {
  readonly of: RoundOf
  readonly step: number
  readonly tiles: number
  /** What is there already, and needs no second tile. */
  readonly but: string | undefined
}

/** How many cameras a round has in the register; undefined while nobody knows, null where no register is kept. */
export function useRegister(of: RoundOf): number | null | undefined {
  const { region } = useScreen()
  const { answer, fault } = useAnswer(recordRowsOf(DOMAIN), { region, parts: partsAt(of, 0, 1) })
  if (answer) return answer.total ?? answer.rows.length
  return fault ? null : undefined
}

const partsAt = ({ parts }: RoundOf, from: number, limit: number) => ({
  kind: 'camera',
  from: String(from),
  limit: String(limit),
  ...parts,
})

/**
 * The cameras of a step of the round, undefined while their records are on their way, null where there is none; those of the next one are
 * fetched with them.
 */
export function useCameras(
  { of, step, tiles, but }: Wanted,
  total: number,
): readonly (CameraShown | null | undefined)[] {
  const { region } = useScreen()
  const turns = useMemo(
    () => [step, step + 1].flatMap((one) => turnsAt(one, tiles, total, of.inOrder)),
    [step, tiles, total, of.inOrder],
  )
  const blocks = [...new Set(turns.map(({ from }) => from))]
  const answers = useAnswers(
    recordRowsOf(DOMAIN),
    blocks.map((from) => ({ region, parts: partsAt(of, from, BLOCK) })),
    PASSED,
  )
  const now = turns.slice(0, Math.min(tiles, total)).map(({ from, nth }) => {
    const { answer } = answers[blocks.indexOf(from)] ?? {}
    return { nth, cameras: answer?.rows.flatMap((row) => cameraOf(row) ?? []) }
  })
  return inTurn(now, but)
}

interface Turned {
  readonly nth: number
  /** Of the block, as the register has them; undefined while they are read. */
  readonly cameras: readonly CameraShown[] | undefined
}

/**
 * The camera of each turn. Those of a block that can be seen come before those that cannot, so that a round shows all of them and begins with what
 * there is to see. What stands on another tile already gives its turn to one that does not.
 */
export function inTurn(
  turns: readonly Turned[],
  but: string | undefined,
): readonly (CameraShown | null | undefined)[] {
  const taken = new Set([but])
  const own = turns.map(({ nth, cameras }) => {
    const one = cameras && inBlock(cameras)[nth]
    if (!one || taken.has(one.id)) return undefined
    taken.add(one.id)
    return one
  })
  return turns.map(({ cameras }, i) => {
    if (own[i] || !cameras) return own[i]
    const one = inBlock(cameras).find(({ id }) => !taken.has(id)) ?? null
    if (one) taken.add(one.id)
    return one
  })
}

const canBeSeen = (camera: CameraShown) => !camera.offline && hasAddress(camera)

const inBlock = (cameras: readonly CameraShown[]) =>
  cameras.toSorted((a, b) => Number(canBeSeen(b)) - Number(canBeSeen(a)))

/**
 * A camera in each of these towns, one that can be seen where there is one; undefined while its records are read, null where there is
 * none. With `only`, among those of a round.
 */
export function useCamerasAt(
  codes: readonly string[],
  parts: Parts,
  only: boolean,
): readonly (CameraShown | null | undefined)[] {
  const answers = useAnswers(
    recordRowsOf(DOMAIN),
    codes.map((region) => ({
      region,
      parts: { kind: 'camera', limit: String(LOOKED_AT), ...(only ? parts : {}) },
    })),
  )
  return answers.map(({ answer, fault }) => {
    const cameras = answer?.rows.flatMap((row) => cameraOf(row) ?? []) ?? []
    const seen = cameras.find(canBeSeen) ?? cameras[0]
    return seen ?? (answer || fault ? null : undefined)
  })
}

/** Every camera of a round, for a list of those that have not been seen; undefined while they are read. */
export function useAllOf(of: RoundOf): readonly CameraShown[] | undefined {
  const { region } = useScreen()
  const { answer } = useAnswer(recordRowsOf(DOMAIN), { region, parts: partsAt(of, 0, MOST_LISTED) })
  return useMemo(() => answer?.rows.flatMap((row) => cameraOf(row) ?? []), [answer])
}

/** The camera of that number, wherever it stands in the register; undefined while it is read, null where there is none, or no number. */
export function useCameraNamed(id: string | null): CameraShown | null | undefined {
  const asked = id === null ? [] : [{ region: null, parts: { kind: 'camera', id } }]
  const [found] = useAnswers(recordRowOf(DOMAIN), asked)
  if (!found || found.fault) return null
  return found.answer && (found.answer.row ? cameraOf(found.answer.row) : null)
}

interface Worst {
  readonly item: NumberedException
  readonly camera: CameraShown | undefined
}

const isComing = ({ answer, fault }: Asked<Answer>) => !answer && !fault

/**
 * The fault that needs a person most, and a camera that it has cut off; null while nothing does, or no record names one, and without its
 * camera while that is being read.
 */
export function useWorst({ faults = [], sources }: VideoOperation, toldAt: number): Worst | null {
  const { region } = useScreen()
  const marks = useExceptions().filter(
    ({ domain, place }) => domain === DOMAIN && (region === null || place?.code === region),
  )
  const markOf = faultMarks(marks, faults, sources)
  const fault = faults.find(markOf)
  const item = fault ? markOf(fault) : marks[0]
  const [record] = item?.evidence?.records ?? []
  const outage = { kind: 'outage', limit: '1' }
  // One that took several channels names them by its own number, and one that took a single channel is its record.
  const parts = fault
    ? [{ ...outage, fault: fault.key }, byName(fault.key)]
    : record === undefined
      ? []
      : [byName(record)]
  const found = useAnswers(
    recordRowsOf(DOMAIN),
    parts.map((part) => ({ region: null, parts: part })),
  )
  const row = found.map(({ answer }) => answer?.rows[0]).find((one) => one !== undefined)
  const id = row?.kind === 'camera' ? row.key : row?.fields['camera']
  const asked = typeof id === 'string' ? [{ region: null, parts: { kind: 'camera', id } }] : []
  const [whole] = useAnswers(recordRowOf(DOMAIN), asked)
  const camera = whole?.answer?.row && cameraOf(whole.answer.row)
  if (!item) return null
  if (camera) return { item, camera: { ...camera, toldAt, notes: fault ? [noteOf(fault)] : [] } }
  return (row ? [whole] : found).some((one) => one && isComing(one)) ? { item, camera: undefined } : null
}

const byName = (name: string) => ({ ids: JSON.stringify([name]), limit: '1' })

/** 12 路 离线 · 待派单 · 区水务局 */
const noteOf = ({ channels, type, state, owner }: VideoFault) =>
  [words.faults.channels(channels, type), state && words.state[state], owner]
    .filter((one) => one !== undefined)
    .join(' · ')
