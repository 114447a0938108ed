import { allLive, DOMAINS, expect, figuresOf, listed, panelOf, test, type SourceDraft } from './faults-site'
import * as wrong from './wrong-answers'

interface Case {
  readonly what: string
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

const CASES: readonly Case[] = [
  {
    what: 'a socket that never speaks',
    fault: wrong.silence,
    says: /接口超时：0\.5 秒未返回/,
    source: poll({ timeoutMs: 500 }),
  },
  {
    what: 'a trickle that never ends',
    fault: wrong.trickle,
    says: /接口超时：0\.5 秒未返回/,
    source: poll({ timeoutMs: 500 }),
  },
  { what: 'a server error', fault: wrong.status(500), says: /接口返回错误：HTTP 500/ },
  {
    what: 'a 200 that says no',
    fault: wrong.refusal(500, '数据库连接失败'),
    says: /接口返回错误：code 500：数据库连接失败/,
    source: enveloped,
    well: wrong.wrapped,
  },
  {
    what: 'a 200 that says no to a wall that was not told of envelopes',
    fault: wrong.refusal(500, '数据库连接失败'),
    says: /数据不符合契约：contract 未写明/,
  },
  { what: 'a page with 200', fault: wrong.loginPage, says: /返回的不是 JSON：text\/html.*登录页或首页/ },
  { what: 'half a document', fault: wrong.truncated, says: /JSON 无法解析/ },
  { what: 'a line cut in the middle', fault: wrong.cutOff, says: /网络不通/ },
  {
    what: 'a value of the wrong type',
    fault: wrong.altered((document) => Object.assign(document.operation ?? {}, { open: { value: '多' } })),
    says: /数据不符合契约：operation\.open\.value /,
  },
  {
    what: 'ten times the size',
    fault: wrong.swollen(10),
    says: /数据超过大小上限：已超过 60000 字节/,
    source: poll({ maxBytes: 60_000 }),
  },
]

for (const { what, fault, says, source = () => {}, well } of CASES)
  test(`${what}: the panel says so and keeps its figures, the others go on, and it comes back alone`, async ({
    page,
    city,
    world,
    faults,
  }) => {
    faults.allow(/\/hotline\//)
    const mend = () => (well ? city.fault('hotline', well) : city.mend('hotline'))
    world.configure(({ sources }) => source(sources['hotline'] ?? {}))
    mend()
    await world.openWall()
    await allLive(page, 0)
    const panel = panelOf(page, 'hotline')
    const figures = await figuresOf(panel).allTextContents()
    expect(figures.length).toBeGreaterThan(3)
    const list = await listed(page)
    expect(list).toBeGreaterThan(2)

    city.fault('hotline', fault)
    const brokenAt = city.now()
    const asked = city.asked('hotline')
    await world.pass(20_000)
    await expect(panel).toHaveAttribute('data-state', 'failed')
    await expect(panel).toContainText(says)
    const heldSince = await panel.getAttribute('data-as-of')
    await world.pass(70_000)
    // Ninety seconds at a poll every 5 s would be 18 requests.
    expect(city.asked('hotline') - asked).toBeGreaterThan(3)
    expect(city.asked('hotline') - asked).toBeLessThan(10)
    await allLive(page, brokenAt + 70_000, ['hotline'])
    await expect(panel).toHaveAttribute('data-as-of', heldSince ?? '')
    expect(await figuresOf(panel).allTextContents()).toEqual(figures)
    // What the hotline raised is not over because nobody can be asked.
    expect(await listed(page)).toEqual(list)

    mend()
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
  await world.pass(120_000)
  await allLive(page, city.now() - 15_000)
  for (const [i, id] of DOMAINS.entries()) {
    expect(city.asked(id) - (asked[i] ?? 0)).toBeGreaterThan(18)
    expect(city.asked(id) - (asked[i] ?? 0)).toBeLessThan(30)
  }
})
