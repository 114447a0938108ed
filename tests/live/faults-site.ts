import type { Locator, Page, Request } from '@playwright/test'
import { test as base, expect } from '../e2e/fixture'
import { eachPage, readBuilt } from '../e2e/site'
import { FaultProxy } from './fault-proxy'
import { DOMAINS } from './live-documents'

export { expect, DOMAINS }

/** A source of the profile, as far as the tests change it. */
export interface SourceDraft {
  poll?: { url: string; everyMs: number; timeoutMs?: number; maxBytes?: number }
  derive?: { everyMs: number }
  push?: { kind: 'sse'; url: string; topic: string }
  envelope?: object
  [other: string]: unknown
}

interface ProfileDraft {
  sources: Record<string, SourceDraft>
  [other: string]: unknown
}

const EVERY_MS = 5000
/** Longer than any wait between two polls (each is spread by a tenth), so that a leap asks every source once, however fast it is. */
const LEAP_MS = 6000

/** The shipped live profile, polled at one pace and without its stream, so that requests can be counted. */
function liveProfile(): ProfileDraft {
  const profile = readBuilt('config.live.json') as ProfileDraft
  profile['session'] = { renewUrl: 'api/session' }
  for (const id of DOMAINS)
    profile.sources[id] = { poll: { url: 'api/{city}/{dataset}/{region}', everyMs: EVERY_MS } }
  for (const id of ['exceptions', 'city-overview']) profile.sources[id] = { derive: { everyMs: EVERY_MS } }
  return profile
}

const API = /\/api\/(?!stream)/

/** The page and the city behind it, on one clock that the test moves. */
class World {
  private readonly open = new Set<Request>()
  private settled = () => {}
  private sent = 0

  constructor(
    readonly page: Page,
    readonly city: FaultProxy,
  ) {
    const end = (request: Request) => {
      this.open.delete(request)
      if (this.open.size === 0) this.settled()
    }
    page.on('request', (request) => {
      if (!API.test(request.url())) return
      this.open.add(request)
      this.sent += 1
    })
    page.on('requestfinished', end)
    page.on('requestfailed', end)
  }

  /** Requests the page made of the API so far, whether or not anybody was there to take them. */
  attempts(): number {
    return this.sent
  }

  /** Serves `config.live.json` with `change` made to it. */
  configure(change: (profile: ProfileDraft) => void = () => {}): void {
    const profile = liveProfile()
    change(profile)
    this.city.files.set('/config.live.json', profile)
  }

  /** Opens the live wall. `slowBy`: how far the wall's own clock is behind the city's, ms. */
  async openWall({ slowBy = 0 } = {}): Promise<void> {
    if (!this.city.files.has('/config.live.json')) this.configure()
    await this.page.addInitScript(countQuestions)
    await this.page.addInitScript(countEvents)
    await this.page.clock.install({ time: this.city.now() - slowBy })
    await this.page.goto('/?profile=live&city=baiyun&scene=overview')
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', 'true')
    await this.quiet()
  }

  /**
   * Lets time pass for the city and the wall alike, in leaps short enough for every timer to see them, and every request that
   * a leap caused is over, and every event of the stream heard, before the next.
   */
  async pass(ms: number, leap = LEAP_MS): Promise<void> {
    for (let left = ms; left > 0; left -= leap) {
      await this.leap(Math.min(leap, left))
      await this.quiet()
    }
  }

  /** Lets time pass in small steps until `reached`, without waiting for requests that somebody keeps. */
  async passUntil(reached: () => boolean | Promise<boolean>): Promise<void> {
    await expect
      .poll(
        async () => {
          await this.leap(1000)
          return reached()
        },
        { intervals: [20] },
      )
      .toBe(true)
  }

  /** One leap for city and wall, whatever is on its way. */
  async leap(ms: number): Promise<void> {
    this.city.hold()
    await this.page.clock.fastForward(ms)
    this.city.advance(ms)
    this.city.release()
  }

  /** No request and no event is on its way, and the page has dealt with what came. */
  private async quiet(): Promise<void> {
    await this.page.evaluate(drained)
    if (this.open.size > 0)
      await new Promise<void>((resolve) => {
        this.settled = resolve
      })
    await expect
      .poll(async () => this.city.stream.isHeard(await this.page.evaluate(drained)), {
        message: 'what the stream tells reaches the page',
        intervals: [10],
      })
      .toBe(true)
  }
}

declare global {
  interface Window {
    /** Questions to the page's threads that have not been answered yet; counted by the tests alone. */
    asked?: number
    /** To be called when the last of them has been answered. */
    onAnswered?: (() => void)[]
    /** Events that came on the page's last stream; counted by the tests alone. */
    heard?: number
  }
}

/**
 * Counts what the page asks its threads, every question being answered once, and what it reads of its API: neither is reached by a
 * fake clock, and a request that is over for the browser may still be on its way into the page.
 */
function countQuestions(): void {
  window.asked = 0
  window.onAnswered = []
  const answered = () => {
    window.asked = Math.max(0, (window.asked ?? 0) - 1)
    if (window.asked === 0) for (const tell of window.onAnswered?.splice(0) ?? []) tell()
  }
  const counted = <Answer>(wait: Promise<Answer>): Promise<Answer> => {
    window.asked = (window.asked ?? 0) + 1
    return wait.finally(answered)
  }
  const fetch = window.fetch.bind(window)
  window.fetch = (url, init) => counted(fetch(url, init))
  const { prototype } = ReadableStreamDefaultReader<unknown>
  const read = Object.getOwnPropertyDescriptor(prototype, 'read')?.value as typeof prototype.read
  prototype.read = function () {
    return counted(Reflect.apply(read, this, []))
  }
  window.Worker = class extends window.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      this.addEventListener('message', answered)
      this.addEventListener('error', answered)
    }
    override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
      window.asked = (window.asked ?? 0) + 1
      super.postMessage(message, Array.isArray(options) ? { transfer: options } : options)
    }
  }
}

/** Counts what the page's last stream told it. */
function countEvents(): void {
  window.EventSource = class extends window.EventSource {
    constructor(...given: ConstructorParameters<typeof EventSource>) {
      super(...given)
      let heard = 0
      window.heard = heard
      for (const type of ['changed', 'heartbeat'])
        this.addEventListener(type, () => {
          heard += 1
          window.heard = heard
        })
    }
  }
}

/** How many events the page has heard, told after everything it had queued for itself then and asked of its threads. */
function drained(): Promise<number> {
  const { heard = 0 } = window
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      if ((window.asked ?? 0) === 0) resolve(heard)
      // Looking again and again would take the time of those who are to answer.
      else window.onAnswered?.push(() => port2.postMessage(null))
    }
    port2.postMessage(null)
  })
}

interface Fixtures {
  city: FaultProxy
  world: World
}

interface WorkerFixtures {
  /** The name under which the wall reaches its city. */
  host: string
  /** Where the last city of this worker listened: at one address after the other the browser would be a new one each time. */
  place: { port: number }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Plain HTTP from a name that is not loopback, as in a closed network: no secure context, and what needs one is missing.
  host: ['wall.test', { option: true, scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern
  place: [async ({}, provide) => provide({ port: 0 }), { scope: 'worker' }],
  city: async ({ host, place }, provide) => {
    const city = await FaultProxy.start(host, place.port)
    place.port = city.address
    await provide(city)
    await city.down()
  },
  baseURL: async ({ city }, provide) => provide(city.url),
  launchOptions: [
    async ({ launchOptions, host }, provide) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`]
      await provide({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
  world: async ({ page, city }, provide) => {
    await provide(new World(page, city))
    // The tab is kept, and the next city has the same address: what this page still waits for must not be asked of that one.
    await page.goto('about:blank')
  },
})

/** How many things need action, as the list says. */
export const listed = (page: Page): Promise<number> =>
  page
    .locator('[data-metric="exceptions_open"]')
    .evaluate((count) => Number(count.getAttribute('data-value')))

export const panelOf = (page: Page, id: string): Locator => page.locator(`[data-panel="${id}"]`)

/** Operational figures; published ones stand whatever happens to the source. */
export const figuresOf = (within: Locator | Page): Locator => within.locator('[data-metric]:not([data-fact])')

export const panelsOf = (page: Page) =>
  page.locator('[data-panel]').evaluateAll((all) =>
    all.map((panel) => ({
      id: panel.getAttribute('data-panel') ?? '',
      state: panel.getAttribute('data-state') ?? '',
      asOf: panel.getAttribute('data-as-of') ?? '',
    })),
  )

/** Every panel, but those named, is live with data of after `since`, epoch ms. */
export async function allLive(page: Page, since: number, but: readonly string[] = []): Promise<void> {
  await expect
    .poll(
      async () =>
        (await panelsOf(page))
          .filter(({ id }) => !but.includes(id))
          .filter(({ state, asOf }) => state !== 'live' || !(Date.parse(asOf) > since)),
      { message: 'panels that are not live', intervals: [50] },
    )
    .toEqual([])
}

/** The data health sheet, entry by entry, opened and closed as a person does. */
export async function healthEntries(page: Page): Promise<string[]> {
  await page.keyboard.press('h')
  const sheet = page.getByRole('dialog', { name: '数据健康' })
  const entries: string[] = []
  await eachPage(sheet, async () => {
    entries.push(...(await sheet.getByRole('listitem').allTextContents()))
  })
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  return entries
}
