import { createElement, Suspense, use, type ComponentType } from 'react'
import { keepTrying } from '../lib/keep-trying'

/** A part of the picture that is not in the first view: `prepare` has it here before it is wanted, so that it opens without a network. */
export interface OnDemand<Props> {
  readonly Part: ComponentType<Props>
  readonly prepare: () => void
}

/** Draws nothing until the part is here; a download that fails is tried again until it is. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let coming: Promise<ComponentType<Props>> | undefined
  const component = () => (coming ??= keepTrying(load))
  // The promise is one for all renders, and so is the component in it.
  const Here = (props: Props) => createElement(use(component()), props)
  return {
    Part: (props) => (
      <Suspense fallback={null}>
        <Here {...props} />
      </Suspense>
    ),
    prepare: () => void component(),
  }
}
