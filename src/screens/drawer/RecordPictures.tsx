import { useMemo } from 'react'
import { cameraIn } from '../../blocks/camera-in'
import { pictures } from '../../blocks/pictures'
import type { RecordRow } from '../../contract/records/record-rows'
import { plainReading, type Reading } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import styles from './RecordPictures.module.css'

interface RecordPicturesProps {
  readonly rows: readonly RecordRow[]
  readonly reading: Reading | undefined
  /** Leads from a picture to its record. */
  readonly onOpen?: (key: string) => void
}

/** What can be seen through the cameras among some records, side by side; nothing where there is none. */
export function RecordPictures({ rows, reading, onOpen }: RecordPicturesProps) {
  const now = useNow()
  const { frozen } = useScreen().clock
  // What is said of a camera follows its record, not the clock.
  const cameras = useMemo(
    () => rows.flatMap((row) => cameraIn(reading ?? plainReading(row), row, 0) ?? []),
    [rows, reading],
  )
  const count = cameras.length
  if (count === 0) return null
  const names = cameras.map((_, i) => `t${i}`).join(' ')
  return (
    <div className={count === 1 ? styles.one : styles.several} data-pictures>
      <pictures.Part
        key={count}
        cameras={cameras}
        grid={{ columns: `repeat(${count}, minmax(0, 1fr))`, rows: 'minmax(0, 1fr)', areas: [names] }}
        now={now}
        frozen={frozen}
        roomy={() => count === 1}
        {...(onOpen && { onOpen })}
      />
    </div>
  )
}
