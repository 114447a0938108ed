import { createElement, Suspense, use, type ComponentType, type ReactNode } from 'react'
import { keepTrying } from '../lib/keep-trying'

/** A part of the picture that is not in the first view: `prepare` has it here before it is wanted, so that it opens without a network. */
export interface OnDemand<Props> {
  readonly Part: ComponentType<Props>
  readonly prepare: () => void
}

/** Draws `waiting` until the part is here; a download that fails is tried again until it is. */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): OnDemand<Props> {
  let coming: Promise<ComponentType<Props>> | undefined
  let here: ComponentType<Props> | undefined
  const component = () =>
    (coming ??= keepTrying(load).then((loaded) => {
      here = loaded
      return loaded
    }))
  // What is here is drawn in the same step; only what is not yet here is waited for.
  const Here = (props: Props) => createElement(here ?? use(component()), props)
  return {
    Part: (props) => (
      <Suspense fallback={waiting}>
        <Here {...props} />
      </Suspense>
    ),
    prepare: () => void component(),
  }
}
