import { type Page } from '@playwright/test'
import { allLive, DOMAINS, expect, figuresOf, listed, panelOf, test, type SourceDraft } from './faults-site'
import * as wrong from './wrong-answers'

interface Case {
  readonly what: string
  readonly id: string
  readonly fault: wrong.Fault
  readonly says: RegExp
  /** What the source needs in the profile for this. */
  readonly source?: (source: SourceDraft) => void
  /** How the source answers while it is well. */
  readonly well?: wrong.Fault
}

const poll = (change: Partial<NonNullable<SourceDraft['poll']>>) => (source: SourceDraft) =>
  void Object.assign(source.poll ?? {}, change)
const enveloped = (source: SourceDraft) => {
  source.envelope = { code: 'code', ok: [200], auth: [401], message: 'msg', data: 'data' }
}

/** One of each on different sources of one wall: none may take another along, and the rest go on. */
const ROUNDS: readonly (readonly Case[])[] = [
  [
    {
      what: 'a value of the wrong type',
      id: 'hotline',
      fault: wrong.altered((document) => Object.assign(document.operation ?? {}, { open: { value: '多' } })),
      says: /数据不符合契约：operation\.open\.value /,
    },
    {
      what: 'a socket that never speaks',
      id: 'service-hall',
      fault: wrong.silence,
      says: /接口超时：0\.5 秒未返回/,
      source: poll({ timeoutMs: 500 }),
    },
    {
      what: 'a server error',
      id: 'video',
      fault: wrong.status(500),
      says: /接口返回错误：HTTP 500/,
    },
  ],
  [
    {
      what: 'a 200 that says no',
      id: 'hotline',
      fault: wrong.refusal(500, '数据库连接失败'),
      says: /接口返回错误：code 500：数据库连接失败/,
      source: enveloped,
      well: wrong.wrapped,
    },
    {
      what: 'a trickle that never ends',
      id: 'service-hall',
      fault: wrong.trickle,
      says: /接口超时：0\.5 秒未返回/,
      source: poll({ timeoutMs: 500 }),
    },
    {
      what: 'a page with 200',
      id: 'video',
      fault: wrong.loginPage,
      says: /返回的不是 JSON：text\/html.*登录页或首页/,
    },
  ],
  [
    {
      what: 'a 200 that says no to a wall that was not told of envelopes',
      id: 'hotline',
      fault: wrong.refusal(500, '数据库连接失败'),
      says: /数据不符合契约：contract 未写明/,
    },
    {
      what: 'ten times the size',
      id: 'service-hall',
      fault: wrong.swollen(10),
      says: /数据超过大小上限：已超过 60000 字节/,
      source: poll({ maxBytes: 60_000 }),
    },
    {
      what: 'half a document',
      id: 'video',
      fault: wrong.truncated,
      says: /JSON 无法解析/,
    },
  ],
  [
    {
      what: 'a line cut in the middle',
      id: 'hotline',
      fault: wrong.cutOff,
      says: /网络不通/,
    },
  ],
]

/** What a source in trouble must not lose. */
interface Held {
  readonly asOf: string | null
  readonly figures: readonly string[]
}

async function heldBy(page: Page, id: string): Promise<Held> {
  const panel = panelOf(page, id)
  return {
    asOf: await panel.getAttribute('data-as-of'),
    figures: await figuresOf(panel).allTextContents(),
  }
}

for (const cases of ROUNDS)
  test(`${cases.map(({ what }) => what).join(', ')}: each panel says so and keeps its figures, the others go on, and it comes back alone`, async ({
    page,
    city,
    world,
    faults,
  }) => {
    const broken = cases.map(({ id }) => id)
    faults.allow(new RegExp(`/(${broken.join('|')})/`))
    const mend = ({ id, well }: Case) => (well ? city.fault(id, well) : city.mend(id))
    world.configure(({ sources }) => {
      for (const { id, source = () => {} } of cases) source(sources[id] ?? {})
    })
    cases.forEach(mend)
    await world.openWall()
    await allLive(page, 0)
    const before = new Map<string, Held>()
    for (const { id, what } of cases) {
      before.set(id, await heldBy(page, id))
      expect(before.get(id)?.figures.length, what).toBeGreaterThan(1)
    }
    const list = await listed(page)
    expect(list).toBeGreaterThan(2)

    for (const { id, fault } of cases) city.fault(id, fault)
    const brokenAt = city.now()
    const asked = new Map(broken.map((id) => [id, city.asked(id)]))
    await world.pass(20_000)
    const since = new Map<string, string | null>()
    for (const { id, what, says } of cases) {
      await expect.soft(panelOf(page, id), what).toHaveAttribute('data-state', 'failed')
      await expect.soft(panelOf(page, id), what).toContainText(says)
      since.set(id, await panelOf(page, id).getAttribute('data-as-of'))
    }
    await world.pass(70_000, 10_000)
    for (const { id, what } of cases) {
      // Ninety seconds at a poll every 5 s would be 18 requests.
      const more = city.asked(id) - (asked.get(id) ?? 0)
      expect.soft(more, what).toBeGreaterThan(3)
      expect.soft(more, what).toBeLessThan(10)
      const held = await heldBy(page, id)
      expect.soft(held, what).toEqual({ asOf: since.get(id), figures: before.get(id)?.figures })
    }
    // What is put together of them has the faults they have; and keeps what they held.
    const derived = ['city-map', 'exceptions']
    await allLive(page, brokenAt + 70_000, [...broken, ...derived])
    for (const id of derived) await expect(panelOf(page, id)).toHaveAttribute('data-state', 'failed')
    // What the sources raised is not over because nobody can be asked.
    expect(await listed(page)).toEqual(list)

    cases.forEach(mend)
    const mendedAt = city.now()
    await world.pass(60_000, 10_000)
    await allLive(page, mendedAt)
    expect(await listed(page)).toEqual(list)
    expect(city.asked('session')).toBe(0)
  })

test('without a fault nothing fails, and each source is asked once a period', async ({
  page,
  city,
  world,
}) => {
  await world.openWall()
  const asked = DOMAINS.map((id) => city.asked(id))
  await world.pass(60_000)
  await allLive(page, city.now() - 15_000)
  for (const [i, id] of DOMAINS.entries()) {
    expect(city.asked(id) - (asked[i] ?? 0)).toBeGreaterThan(8)
    expect(city.asked(id) - (asked[i] ?? 0)).toBeLessThan(15)
  }
})
