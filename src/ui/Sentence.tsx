import { createElement, Fragment, type ReactNode } from 'react'

/**
 * A sentence of a table of words with figures or marks in it. The table says where they stand, so that another language may put
 * them elsewhere: `open: <T>(figure: T) => ['未结 ', figure, ' 处']`.
 */
export function Sentence({ of }: { readonly of: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...of)
}
