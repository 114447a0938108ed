import type { Notice } from './heard'

export interface Signature {
  readonly name: string
  /** Epoch ms. */
  readonly at: number
}

/** What people have written on the sheet of one shift. */
export interface Paper {
  readonly notes: string
  readonly giver: Signature | null
  readonly taker: Signature | null
  /** When each of them was written, or taken back, epoch ms; 0 before. */
  readonly written: Readonly<Record<PaperPart, number>>
}

export type PaperPart = 'notes' | 'giver' | 'taker'

export const BLANK: Paper = { notes: '', giver: null, taker: null, written: { notes: 0, giver: 0, taker: 0 } }

const DEEDS = { notes: 'noted', giver: 'gave', taker: 'took' } as const
const PARTS = ['notes', 'giver', 'taker'] as const

/** By what the sheet of the shift that began then goes among what the seats tell each other. */
const nameOf = (begin: number) => `handover-${begin}`

/** What is told of a part of a sheet as it stands; nobody's name and no note are null. */
export function toldOf(paper: Paper, part: PaperPart, begin: number): Omit<Notice, 'key' | 'by'> {
  const said = part === 'notes' ? paper.notes : paper[part]?.name
  return {
    exception: nameOf(begin),
    deed: DEEDS[part],
    at: paper.written[part],
    until: null,
    reason: said === undefined || said === '' ? null : said,
  }
}

/**
 * The sheet of a shift with what all seats wrote on it, in whatever order and however often that is heard: of each part the latest stands,
 * and of two of one moment the same at every seat.
 */
export const folded = (paper: Paper, begin: number, told: readonly Notice[]): Paper =>
  told
    .filter(({ exception }) => exception === nameOf(begin))
    .reduce((now, { deed, at, reason }) => {
      const part = PARTS.find((one) => DEEDS[one] === deed)
      if (part === undefined || at < now.written[part]) return now
      if (at === now.written[part] && (reason ?? '') <= (toldOf(now, part, begin).reason ?? '')) return now
      return {
        ...now,
        [part]: part === 'notes' ? (reason ?? '') : reason === null ? null : { name: reason, at },
        written: { ...now.written, [part]: at },
      }
    }, paper)
