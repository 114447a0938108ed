import type { Picture } from './drawing'
import type { TownLabel } from './label'
import type { Overlay } from './layers/overlay'
import type { TileCourse } from './layers/layer'
import type { Box } from './rings'

/** Of a scale that is nearly empty: one of something is not drawn as high as a day of it. */
const LEAST = 4

/** Curves of all tiles that have room for one, each on its own scale from 0 up, as three paths. */
export function coursesPath(labels: readonly TownLabel[], { towns }: Overlay): Picture['courses'] {
  const parts = labels.flatMap(({ code, curve }) => {
    const course = towns.get(code)?.course
    return curve && course ? [drawCourse(course, curve)] : []
  })
  const all = (of: 'bands' | 'lines' | 'tips') => parts.map((part) => part[of]).join('')
  return { bands: all('bands'), lines: all('lines'), tips: all('tips') }
}

/** A course in a box, from 0 at its foot. */
export function drawCourse({ now, low, high }: TileCourse, { x0, x1, y0, y1 }: Box): Picture['courses'] {
  const top = Math.max(LEAST, ...now.map((n) => n ?? 0), ...(high ?? []))
  const step = (x1 - x0) / Math.max(1, now.length - 1)
  const at = (value: number, i: number) =>
    `${(x0 + i * step).toFixed(1)} ${(y1 - (value / top) * (y1 - y0)).toFixed(1)}`
  const lines = now.map((value, i) =>
    value === null ? '' : `${i > 0 && (now[i - 1] ?? null) !== null ? 'L' : 'M'}${at(value, i)}`,
  )
  const last = now.findLastIndex((value) => value !== null)
  return {
    bands: low && high ? `M${high.map(at).join('L')}L${low.map(at).toReversed().join('L')}Z` : '',
    lines: lines.join(''),
    tips: last < 0 ? '' : `M${at(now[last] ?? 0, last)}h0`,
  }
}
