import type { NumberedException } from '../../../panel/use-exceptions'
import { FAULT_TYPES } from '../codes'
import type { VideoFault, VideoSource } from '../contract'
import { markOf } from './targets'

/** A channel is online or it is not: nothing else a fault can be pulls a rate down. */
const [CUT_OFF] = FAULT_TYPES

/**
 * The open exception that a fault stands for: the one its source names, the one about itself, or that of the rate which it pulls
 * down more than any other fault that is listed.
 */
export function faultMarks(
  marks: readonly NumberedException[],
  faults: readonly VideoFault[],
  sources: readonly VideoSource[] = [],
): (fault: VideoFault) => NumberedException | undefined {
  const pulling = new Map<string, NumberedException>()
  for (const source of sources) {
    const mark = markOf(marks, source)
    const worst = mark && worstOf(faults, source)
    if (worst) pulling.set(worst.key, mark)
  }
  return ({ key, exception }) =>
    marks.find(({ id }) => id === exception) ??
    marks.find(({ subject }) => subject === key) ??
    pulling.get(key)
}

/** The fault that takes most channels of a source, of several that failed together; the oldest of those that take as many. */
function worstOf(faults: readonly VideoFault[], { label }: VideoSource): VideoFault | undefined {
  const [worst] = faults
    .filter(({ source, type, channels }) => source === label && type === CUT_OFF && channels > 1)
    .toSorted((a, b) => b.channels - a.channels || Date.parse(a.since) - Date.parse(b.since))
  return worst
}
