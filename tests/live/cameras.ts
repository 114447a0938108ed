import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { awake } from '../e2e/source'
import type { Stack } from './stack.mjs'

/** What the register says of a camera: its addresses, by its id. */
export type Register = Readonly<Record<string, string>>

/** The register is a file of the site, as a platform's export would be. */
function writeRegister(stack: Stack, register: Register): void {
  const rows = Object.entries(register).map(([id, stream]) => {
    return { id, name: `测试 ${id}`, source: '测试', group: 'key', type: 'ptz', online: true, stream }
  })
  writeFileSync(resolve(stack.site, 'cameras.json'), JSON.stringify(rows))
}

const COUNTED = {
  poll: { url: 'cameras.json', everyMs: 2000 },
  about: { name: '测试平台', owner: '测试', cadenceSeconds: 60 },
  records: {},
}

/** The scene of the cameras of a live site whose register this is, as many pictures as it has cameras. */
export async function openCameras(
  page: Page,
  stack: Stack,
  register: Register,
  { sources: control = {}, ...more }: { readonly sources?: object; readonly pictures?: object } = {},
) {
  writeRegister(stack, register)
  const site = JSON.parse(readFileSync(resolve(stack.site, 'config.live.json'), 'utf8')) as {
    sources: Record<string, object>
  }
  const { video: _, ...sources } = site.sources
  const json = { ...site, sources: { ...sources, ...control, 'video.camera': COUNTED }, ...more }
  await page.route('**/config.live.json', (route) => route.fulfill({ json }))
  await awake(page)
  await page.goto(`/?profile=live&city=baiyun&scene=video&pictures=${Object.keys(register).length}`)
  await expect(page.locator('[data-picture]')).toHaveCount(Object.keys(register).length)
}

export const tile = (page: Page, id: string) => page.locator(`[data-picture="${id}"]`)

/** Of the element that stands on the tile of a camera: frames that it has drawn, and seconds that it is behind what has come. */
const drawn = (page: Page, id: string): Promise<{ readonly frames: number; readonly behind: number }> =>
  page.evaluate((camera) => {
    const area = document.querySelector(`[data-picture="${camera}"]`)?.parentElement?.style.gridArea
    const shown = [...document.querySelectorAll('video')].find(
      ({ style }) => style.zIndex === '1' && style.gridArea === area,
    )
    const { buffered, currentTime = 0 } = shown ?? {}
    return {
      frames: shown?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
      behind: buffered && buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : Number.NaN,
    }
  }, id)

export const behind = async (page: Page, id: string): Promise<number> => (await drawn(page, id)).behind

/** Frames go on coming, whichever element has them. */
export async function moves(page: Page, id: string): Promise<void> {
  const before = (await drawn(page, id)).frames
  await expect
    .poll(async () => (await drawn(page, id)).frames, { message: `${id} moves` })
    .toBeGreaterThan(before + 8)
}

interface Said {
  readonly id: string
  readonly state: string
}

/** Notes what every tile says from now on, each change once; the returned function tells it. */
export async function listen(page: Page): Promise<() => Promise<readonly Said[]>> {
  await page.evaluate(() => {
    const said: { id: string; state: string }[] = []
    Object.assign(globalThis, { said })
    const note = () => {
      for (const one of document.querySelectorAll('[data-picture]')) {
        const id = one.getAttribute('data-picture') ?? ''
        const state = one.getAttribute('data-picture-state') ?? ''
        if (said.findLast((before) => before.id === id)?.state !== state) said.push({ id, state })
      }
    }
    note()
    const observer = new MutationObserver(note)
    const options = { subtree: true, childList: true, attributeFilter: ['data-picture-state'] }
    observer.observe(document.body, options)
  })
  return () => page.evaluate(() => (globalThis as unknown as { said: { id: string; state: string }[] }).said)
}
