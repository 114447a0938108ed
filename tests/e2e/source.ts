import type { Page, Route } from '@playwright/test'
import { isoTime } from '../../src/lib/calendar'

/** A document on its way to the wall, as far as the tests touch it. */
export interface Draft {
  contract: string
  asOf: string
  source: { name: string; owner: string; cadenceSeconds: number; simulated: boolean }
  operation: Record<string, object> | null
  exceptions: unknown[]
  published: unknown[]
}

/** Puts `handle` between the page and one address; the returned function takes it away again. */
async function between(page: Page, url: RegExp, handle: (route: Route) => Promise<void>) {
  let there = true
  const guarded = (route: Route) =>
    handle(route).catch((error: unknown) => {
      // A request under way when the handler was taken away, or when the test ended, has nobody left to answer.
      if (there && !/disposed|closed|ended/.test(String(error))) throw error
    })
  await page.route(url, guarded)
  return () => {
    there = false
    return page.unroute(url, guarded)
  }
}

/** Lets the real server answer, has `change` work on it, and serves it without the ETag by which the app would know it. */
export const alter = <Body = Draft>(page: Page, url: RegExp, change: (body: Body) => void) =>
  between(page, url, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const body = JSON.parse(await response.text()) as Body
    change(body)
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) })
  })

/** The real answer with its text, status or type spoilt. */
export const spoil = (
  page: Page,
  url: RegExp,
  { status = 200, contentType = 'application/json', text = (body: string) => body },
) =>
  between(page, url, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    await route.fulfill({ status, contentType, body: text(await response.text()) })
  })

/** The source does not answer at all until the test ends. */
export const hang = (page: Page, url: RegExp) => between(page, url, () => new Promise(() => {}))

/** The network between wall and source is cut. */
export const cut = (page: Page, url: RegExp) => between(page, url, (route) => route.abort('connectionreset'))

interface ConfigDraft {
  mode: string
  scenes: string[]
  sources: Record<string, Record<string, unknown>>
}

/** Serves `config.<name>.json`: the shipped configuration, changed. Open it with `profile=<name>`. */
export const profile = (page: Page, name: string, change: (config: ConfigDraft) => void) =>
  between(page, new RegExp(`/config\\.${name}\\.json`), async (route) => {
    const url = route.request().url().replace(`config.${name}.json`, 'config.json')
    const response = await route.fetch({ url, maxRetries: 2 })
    const config = JSON.parse(await response.text()) as ConfigDraft
    change(config)
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(config) })
  })

/** Part of a link that opens what `liveProfile` serves. */
export const LIVE = 'profile=live-test'

/** Where the recorded documents of the mock data stand, as a live site reads them. */
const RECORDED = 'mock-data/{city}/{dataset}.json'

/**
 * A live site whose API answers the recorded documents: they are simulated by their own word, and nothing moves by itself.
 * A demo is answered without the network, so whatever is to go wrong on the way is tried here.
 */
export async function liveProfile(page: Page, change: (config: ConfigDraft) => void = () => {}) {
  await profile(page, 'live-test', (config) => {
    config.mode = 'live'
    // The recorded documents are whole: nothing of them is counted.
    for (const id of Object.keys(config.sources)) if (id.includes('.')) delete config.sources[id]
    for (const source of Object.values(config.sources))
      if (source['poll']) source['poll'] = { url: RECORDED, everyMs: 5000 }
    change(config)
  })
}

/** For `liveProfile`: no document is put together here, each comes from an address of its own. */
export function ownDocuments({ sources }: ConfigDraft): void {
  for (const source of Object.values(sources)) {
    delete source['derive']
    source['poll'] = { url: RECORDED, everyMs: 5000 }
  }
}

/** The same as a city that lives: every answer is of the moment at which the page asks for it, by the page's own clock. */
export async function livingProfile(page: Page) {
  await liveProfile(page)
  // Without the server's `Date` too, which would set the page's clock right.
  await between(page, /\/mock-data\//, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const body = JSON.parse(await response.text()) as Draft
    body.asOf = isoTime(await page.evaluate(() => Date.now()))
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) })
  })
}

/** Answers without `Date`: a live wall goes by the server's clock, and the test means its own. */
export const withoutServerTime = (page: Page) =>
  between(page, /\/mock-data\//, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const { date: _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })

/**
 * Serves the scenes without what stands in their place at night and on holidays: a test on the clock of the world must mean the
 * same at every hour.
 */
export const awake = (page: Page) =>
  alter<{ rest?: string }>(page, /\/config\/scenes\/overview\.json/, (scene) => {
    delete scene.rest
  })
