/** Everything the blocks say themselves; what a domain says comes from its own table. */
export const words = {
  /** The usual range of a figure at this moment. */
  usual: (low: string, high: string) => `常态 ${low}–${high}`,
}
export type Words = typeof words
