/** Told on the window when the page has been laid out for paper, and when it stands on the screen again. */
export const PAPER_EVENT = 'paper'

/** Device pixels a design unit on paper: 20u are 10 pt there, which makes this about 430 dots an inch. */
const DENSITY = 3

/**
 * How many times larger than its box a chart is drawn. Paper has more dots than a screen, and the box is scaled to the paper
 * after the chart was drawn; a chart keeps its density for life, so it is drawn larger instead.
 * @param u pixels per design unit
 */
export function enlarged(u: number): number {
  const { dataset } = document.documentElement
  return dataset['paper'] === undefined ? 1 : DENSITY / (u * window.devicePixelRatio)
}
