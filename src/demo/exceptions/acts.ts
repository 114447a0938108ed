import type { Acts } from '../kit/act'

export const acts: Acts = {
  /** Nobody is told in a demo: that somebody was is on the receipt. */
  notify: () => [],
}
