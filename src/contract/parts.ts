import type { Measure } from './measure'

/** Names of the parts of an operation that a source may leave out. */
export type OptionalPart<O> = { [K in keyof O]-?: undefined extends O[K] ? K : never }[keyof O] & string

/** `O` with its parts `K` there. */
export type Provided<O, K extends keyof O> = O & { readonly [P in K]-?: Exclude<O[P], undefined> }

type Complete<T> = T extends Measure
  ? T
  : T extends readonly (infer Row)[]
    ? Complete<Row>[]
    : T extends object
      ? { [K in keyof T]-?: Complete<Exclude<T[K], undefined>> }
      : T

/** `O` with every part there at every depth: what the demo makes. */
export type Whole<O extends object> = Complete<O>
