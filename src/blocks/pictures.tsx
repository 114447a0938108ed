import { onDemand } from '../panel/on-demand'

/** Pictures in a grid: players and what is drawn around them come with the first camera that somebody looks at. */
export const pictures = onDemand(
  () => import('./AskedTiles').then(({ AskedTiles }) => AskedTiles),
  <i hidden data-state="loading" />,
)
