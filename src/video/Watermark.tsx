import { useId } from 'react'
import styles from './Tiles.module.css'

/** Units from one to the next, and the slant, in degrees. */
const [WIDE, HIGH, SLANT] = [260, 120, -20] as const

/** Who looks and when, again and again over all pictures: a photograph of the screen says where it was taken. */
export function Watermark({ text }: { readonly text: string }) {
  const id = useId()
  return (
    <svg className={styles.watermark} aria-hidden="true" data-watermark={text}>
      <pattern
        id={id}
        width={WIDE}
        height={HIGH}
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(${SLANT})`}
      >
        <text x={WIDE / 4} y={HIGH / 2}>
          {text}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
