import { describe, expect, it } from 'vitest'
import { canvasFor } from '../../../src/screens/wall/aspect'

describe('the canvas of a window', () => {
  it.each([
    [1920, 1080, '16:9', 1],
    [1280, 720, '16:9', 0.667],
    [1366, 768, '16:9', 0.711],
    [2560, 1440, '16:9', 1.333],
    [2560, 1600, '16:9', 1.333],
    [3840, 2160, '16:9', 2],
    [1440, 1080, '4:3', 1],
    [1024, 768, '4:3', 0.711],
    [1280, 1024, '4:3', 0.889],
    // Read from further away: 22u text is 26 px at 1080 lines.
    [3840, 1080, '32:9', 1.182],
    [7680, 2160, '32:9', 2.365],
    [5120, 1440, '32:9', 1.576],
    [5760, 1080, '48:9', 1.182],
    [11_520, 2160, '48:9', 2.365],
    [2560, 1080, '21:9', 1],
    [3440, 1440, '21:9', 1.333],
    [1080, 1920, 'portrait', 1],
    [2160, 3840, 'portrait', 2],
    // Higher than wide and no wall: a tablet, 20u is 16 px.
    [768, 1024, 'tablet', 0.8],
    [820, 1180, 'tablet', 0.8],
    // Too small to be a wall: 20u would be 11.1 px.
    [800, 600, 'phone', 0.75],
  ])('%i × %i is %s at %d', (width, height, aspect, u) => {
    expect(canvasFor(width, height)).toEqual({ aspect, u })
  })

  it.each([
    [360, 780],
    [390, 844],
    [600, 400],
  ])('%i × %i is a phone: panels stack at a size for the hand', (width, height) => {
    expect(canvasFor(width, height)).toEqual({ aspect: 'phone', u: 0.75 })
    expect(20 * canvasFor(width, height).u).toBeGreaterThanOrEqual(14)
  })

  it('is that of a tablet where a small screen is touched, and a wall where a large one is', () => {
    expect(canvasFor(1024, 768, 0, true)).toEqual({ aspect: 'tablet', u: 0.8 })
    expect(canvasFor(1080, 1920, 0, true)).toEqual({ aspect: 'portrait', u: 1 })
    expect(canvasFor(1920, 1080, 0, true)).toEqual({ aspect: '16:9', u: 1 })
    expect(canvasFor(390, 844, 0, true)).toEqual({ aspect: 'phone', u: 0.75 })
  })

  it.each([
    [1366, 768, 20, 1, [1920, 1080]],
    [1728, 972, 24, 1.2, [2304, 1296]],
    [1024, 768, 20, 1, [1440, 1080]],
  ])(
    '%i × %i where no text is below %d px has the unit of that text, and scrolls',
    (w, h, least, u, beyond) => {
      expect(canvasFor(w, h, least)).toMatchObject({ u, beyond })
    },
  )

  it('is the same as ever where the least text is smaller than ours', () => {
    for (const least of [0, 12, 20]) expect(canvasFor(1920, 1080, least)).toEqual({ aspect: '16:9', u: 1 })
    expect(canvasFor(1366, 768, 12)).toEqual({ aspect: '16:9', u: 0.711 })
  })

  it('always fits: the reference size at this unit is never larger than the window', () => {
    const reference = { portrait: [1080, 1920], '4:3': [1440, 1080], '16:9': [1920, 1080] } as const
    const wide = { '21:9': [2520, 1080], '32:9': [3248, 913.5], '48:9': [4872, 913.5] } as const
    for (let width = 640; width <= 8000; width += 160) {
      for (let height = 480; height <= 4320; height += 120) {
        const { aspect, u } = canvasFor(width, height)
        // Windows too small for readable type stack instead; every full-size one must be a wall.
        if (aspect === 'phone' && width >= 1920 && height >= 1080)
          expect.fail(`${width} × ${height} is no phone`)
        if (aspect === 'phone' || aspect === 'tablet') continue
        const [w, h] = { ...reference, ...wide }[aspect]
        // The unit is rounded to a thousandth, which is at most a pixel on any wall.
        if (w * (u - 0.000_501) > width || h * (u - 0.000_501) > height)
          expect.fail(`${width} × ${height}: ${aspect} at ${u} does not fit`)
      }
    }
  })
})
