import { describe, expect, it } from 'vitest'
import { brightest, emptyShare, largestHole, type Blocks } from '../../e2e/blocks'

/** A picture from its blocks: `#` is drawn, `.` is not; a digit is how bright, in tens. */
const picture = (...rows: readonly string[]): Blocks => {
  const cells = rows.flatMap((row) => [...row])
  return {
    across: rows[0]?.length ?? 0,
    block: 40,
    drawn: cells.map((cell) => cell !== '.'),
    light: cells.map((cell) => (/\d/.test(cell) ? Number(cell) * 10 : 0)),
  }
}

describe('how empty a picture is', () => {
  it('is the share of blocks in which nothing is drawn', () => {
    expect(emptyShare(picture('##', '.#'))).toBe(0.25)
    expect(emptyShare(picture('##', '##'))).toBe(0)
  })

  it('has its largest hole where the largest empty rectangle is, not where most empty blocks touch', () => {
    const hole = largestHole(picture('.##.', '.##.', '.###', '...#'))
    expect(hole).toEqual({ share: 4 / 16, x: 0.5, y: 2 })
    expect(largestHole(picture('#...', '#...', '.###', '....'))).toMatchObject({
      share: 6 / 16,
      x: 2.5,
      y: 1,
    })
    expect(largestHole(picture('##', '##')).share).toBe(0)
    expect(largestHole(picture('...', '...')).share).toBe(1)
  })

  it('is brightest where four blocks by four are, not where one is', () => {
    const dim = '9......3333'
    const lit = '.......3333'
    expect(brightest(picture(dim, lit, lit, lit))).toEqual({ light: 30, x: 9, y: 2 })
  })
})
