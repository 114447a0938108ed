import { expect, openWall, test } from './fixture'
import { lightOf } from './light'
import { HD, link, settled } from './site'

/** Contrast with the ground that no place may exceed with nothing to do there: a class of the map, with its curve and its words. */
const CALM = 3.6
/** How much redder than blue the ground, a sand mark or a grey may be; what needs a person is far above it. */
const COLD = 2

for (const theme of ['dark', 'light'])
  test(`with half-closed eyes the only warm place is one that needs a person, and nothing glows: ${theme}`, async ({
    page,
  }) => {
    // One city with all it has and things to do, one whose map is large and that has nothing to do.
    await openWall(page, `${link('baiyun', 'overview')}&theme=${theme}`, HD)
    await settled(page)
    const busy = await lightOf(page)
    expect(busy.warmest).toMatchObject({ marked: true })
    expect(busy.warmest.by).toBeGreaterThan(COLD)
    expect(busy.most.ratio, `${busy.most.panel}`).toBeLessThanOrEqual(CALM)
    // Without its marks and their words the same wall is cold.
    await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      const hues = ['--p1', '--p2', '--p3'].map((token) => {
        probe.style.color = `var(${token})`
        return getComputedStyle(probe).color
      })
      for (const part of document.querySelectorAll<HTMLElement | SVGElement>('body *'))
        if (
          part.matches('[data-mark], [data-exception], canvas') ||
          hues.includes(getComputedStyle(part).color)
        )
          part.style.visibility = 'hidden'
    })
    expect((await lightOf(page)).warmest.by).toBeLessThanOrEqual(COLD)
    await openWall(page, `${link('heyuan', 'overview')}&theme=${theme}`, HD)
    await settled(page)
    const calm = await lightOf(page)
    expect(calm.warmest.by, `${calm.warmest.panel}`).toBeLessThanOrEqual(COLD)
    expect(calm.most.ratio, `${calm.most.panel}`).toBeLessThanOrEqual(CALM)
  })
