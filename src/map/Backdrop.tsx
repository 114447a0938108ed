import { memo } from 'react'
import type { Ground } from './drawing'
import styles from './map.module.css'
import { RIM } from './relief'

const FADE = [0.26, 0.17, 0.105, 0.06]

/** Gradients and patterns that tiles refer to by `id`. */
export const Definitions = memo(function Definitions({ id, light }: { id: string; light: boolean }) {
  return (
    <defs>
      <radialGradient id={`${id}-ground`} cx="50%" cy="48%" r="62%">
        <stop offset="0" stopColor="var(--seq-1)" stopOpacity={0.55} />
        <stop offset="0.7" stopColor="var(--seq-1)" stopOpacity={0.12} />
        <stop offset="1" stopColor="var(--seq-1)" stopOpacity={0} />
      </radialGradient>
      <linearGradient id={`${id}-shade`} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#fff" stopOpacity={light ? 0.16 : 0.075} />
        <stop offset="1" stopColor="#000" stopOpacity={light ? 0.06 : 0.12} />
      </linearGradient>
      <pattern
        id={`${id}-hatch`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 4H8" stroke="var(--tx-3)" strokeOpacity={0.5} strokeWidth={1.4} />
      </pattern>
      <filter id={`${id}-blur`} x="-20%" y="-20%" width="140%" height="150%">
        <feGaussianBlur stdDeviation="18" />
      </filter>
    </defs>
  )
})

/** Everything under the tiles: ground light, shorelines, shadow and the slab. Depends on the geometry only. */
export const Backdrop = memo(function Backdrop({ id, ground }: { id: string; ground: Ground }) {
  const { slab, shores, width, height } = ground
  const rim = { strokeWidth: 2 * RIM, strokeLinejoin: 'round' } as const
  return (
    <g className={styles.still}>
      <rect width={width} height={height} fill={`url(#${id}-ground)`} />
      {shores.map((path, index) => (
        <path key={index} d={path} className={styles.shore} strokeOpacity={FADE[index]} />
      ))}
      <path d={slab.shadow} className={styles.shadow} filter={`url(#${id}-blur)`} />
      <path d={slab.foot} fill="var(--map-foot)" stroke="var(--map-foot)" {...rim} />
      <path d={slab.wall} fill="var(--seq-wall)" stroke="var(--seq-wall)" {...rim} />
      <path
        d={slab.top}
        fill="none"
        stroke="var(--brand)"
        strokeOpacity={0.36}
        strokeWidth={2 * RIM + 2}
        strokeLinejoin="round"
      />
      <path d={slab.top} fill="var(--seq-wall)" stroke="var(--seq-wall)" {...rim} />
    </g>
  )
})
