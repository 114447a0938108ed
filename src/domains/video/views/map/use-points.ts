import { useMemo } from 'react'
import { useHolds } from '../../../../blocks/use-holds'
import { type Points, pointsOf } from '../../../../contract/resource'
import { useScreen } from '../../../../panel/screen-context'
import { useAnswer } from '../../../../panel/use-answer'
import { type Asked, chosenOf } from './asked'

const resource = pointsOf({ id: 'video.points' })

/** Where the cameras of the whole city stand, and why that is not known. */
export const usePoints = () => useAnswer(resource, { region: null })

const NONE = new Uint32Array()

/** The cameras that a question means, and those that it would mean of any state. */
export function useChosen(points: Points | undefined, { state, source, type, q }: Asked) {
  const { region } = useScreen()
  const holds = useHolds(q)
  const ofAnyState = useMemo(
    () =>
      points && holds !== undefined ? chosenOf(points, { state: null, source, type, holds, region }) : NONE,
    [points, source, type, holds, region],
  )
  const chosen = useMemo(() => {
    if (!points || state === null) return ofAnyState
    const wanted = points.states.indexOf(state)
    return ofAnyState.filter((i) => points.state[i] === wanted)
  }, [points, ofAnyState, state])
  return { ofAnyState, chosen }
}
