import type { CameraGroup, PatrolPlan, PictureRules } from '../../../contract/pictures'
import { dayStart, MINUTE } from '../../../lib/calendar'
import { ALL } from '../../../video/patrol'
import type { VideoSource } from '../contract'

/** Parts of a question. */
export type Parts = Readonly<Record<string, string>>

/** Where no plan says it, seconds that a picture stands. */
const DWELL_S = 15

/** Which cameras are gone through, and how. */
export interface RoundOf {
  /** As a link has it. */
  readonly key: string
  /** What is asked of the register for them. */
  readonly parts: Parts
  readonly dwellSeconds: number
  readonly inOrder: boolean
  readonly plan: PatrolPlan | null
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether a plan is meant for the hour of `now`. */
export const isItsHour = ({ hours }: PatrolPlan, now: number): boolean =>
  hours?.some(({ from, to }) => {
    const [at, begin, end] = [(now - dayStart(now)) / MINUTE, minutes(from), minutes(to)]
    return begin < end ? at >= begin && at < end : at >= begin || at < end
  }) ?? true

/** The question for the cameras of a group. */
export const partsOf = ({ ids, ...by }: CameraGroup): Parts => ({ ids: JSON.stringify(ids ?? by) })

const planned = (plan: PatrolPlan): RoundOf => ({
  key: plan.id,
  parts: partsOf(plan.cameras),
  dwellSeconds: plan.dwellSeconds,
  inOrder: plan.order === 'register',
  plan,
})

const plain = (key: string, parts: Parts): RoundOf => ({
  key,
  parts,
  dwellSeconds: DWELL_S,
  inOrder: false,
  plan: null,
})

export const EVERY: RoundOf = plain(ALL, {})

/**
 * The plan or source that a link names; without a name, or with one that nobody has, the first plan of the hour, and every camera where
 * no plan is for that hour.
 */
export function roundOf(
  group: string | null,
  { plans }: Pick<PictureRules, 'plans'>,
  sources: readonly Pick<VideoSource, 'key' | 'label'>[],
  now: number,
): RoundOf {
  if (group === ALL) return EVERY
  const plan = plans.find(({ id }) => id === group)
  if (plan) return planned(plan)
  const source = sources.find(({ key }) => key === group)
  if (source) return plain(source.key, { source: source.label })
  const now_ = plans.find((one) => isItsHour(one, now))
  return now_ ? planned(now_) : EVERY
}

/** The cameras that visitors may see. */
export const visitedOf = ({ approved }: Pick<PictureRules, 'approved'>): RoundOf =>
  plain(ALL, approved ? partsOf(approved) : { ids: '[]' })
