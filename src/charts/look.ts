import { enlarged, PAPER_EVENT } from './paper'

/** What a chart may know of how it is shown. Option builders are pure functions of (data, look). */
export interface Look {
  /** Pixels per design unit. */
  readonly u: number
  /** Size of the chart's box in px; builders drop detail by it instead of shrinking type. */
  readonly width: number
  readonly height: number
  readonly font: string
  readonly animate: boolean
  readonly colour: Readonly<Record<Tone, string>>
}

const TOKENS = {
  text1: '--tx-1',
  text2: '--tx-2',
  text3: '--tx-3',
  brand: '--brand',
  brandDim: '--brand-dim',
  panel: '--bg-1',
  line1: '--line-1',
  line2: '--line-2',
  ref: '--ref',
  band: '--band',
  bar: '--bar',
  barMute: '--bar-mute',
  off: '--tx-off',
  p1: '--p1-mark',
  p2: '--p2-mark',
  p3: '--p3-mark',
  p1Text: '--p1',
  p2Text: '--p2',
  p3Text: '--p3',
  p1Ink: '--p1-ink',
  p2Ink: '--p2-ink',
  cat2: '--cat-2',
  cat3: '--cat-3',
} as const
export type Tone = keyof typeof TOKENS

/** Media that change what the tokens say without a change of the page: contrast themes of the system. */
const MEDIA = ['(forced-colors: active)', '(prefers-color-scheme: dark)']

/** Calls `onChange` when one of them, or paper, begins or ends; returns how to stop. */
export function watchMedia(onChange: () => void): () => void {
  const queries = MEDIA.map((media) => window.matchMedia(media))
  for (const query of queries) query.addEventListener('change', onChange)
  window.addEventListener(PAPER_EVENT, onChange)
  return () => {
    window.removeEventListener(PAPER_EVENT, onChange)
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}

/** Reads the tokens as they hold at `element` (theme, and the dimming of a stale panel). */
export function readLook(element: HTMLElement, u: number): Look {
  const style = getComputedStyle(element)
  const read = Object.entries(TOKENS).map(
    ([tone, token]) => [tone, style.getPropertyValue(token).trim()] as const,
  )
  const entries = window.matchMedia('(forced-colors: active)').matches ? inSystemColours(read) : read
  const times = enlarged(u)
  return {
    u: u * times,
    width: element.clientWidth * times,
    height: element.clientHeight * times,
    font: style.fontFamily,
    animate: false,
    colour: Object.fromEntries(entries) as Record<Tone, string>,
  }
}

/** System colours by what they are now: the engine mixes colours and so must be given numbers, not `CanvasText`. */
function inSystemColours(
  tones: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const probe = document.createElement('i')
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const seen = tones.map(([tone, name]) => {
    probe.style.color = name
    return [tone, asRgb(getComputedStyle(probe).color)] as const
  })
  probe.remove()
  return seen
}

/** Mixed colours are told as `color(srgb 0.1 0.2 0.3)`, which the engine cannot read. */
function asRgb(colour: string): string {
  const parts = /^color\(srgb (\S+) (\S+) (\S+?)(?: \/ (\S+))?\)$/.exec(colour)
  if (!parts) return colour
  const [red, green, blue] = parts.slice(1, 4).map((part) => Math.round(Number(part) * 255))
  return `rgba(${red}, ${green}, ${blue}, ${parts[4] ?? 1})`
}

/** The smallest type of any wall, in px; nothing in a chart is set smaller. */
export const minText = (look: Look) => 20 * look.u

/** A round number at or just above `max` whose half is round as well: 0, mid and max label the axis. */
export function niceMax(max: number): number {
  if (max <= 0) return 2
  const power = 10 ** Math.floor(Math.log10(max))
  const step = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((s) => s * power >= max) ?? 10
  const nice = step * power
  return nice < 2 ? 2 : nice
}
