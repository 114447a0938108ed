import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { main as checkLive } from '../../../deploy/check-live'
import { main as connect } from '../../../deploy/connect'
import calendar from '../../../public/config/calendar/cn.json'
import { calendarFile } from '../../../src/config/calendar'
import { readRules } from '../../../src/config/rules'
import { sourceConfig } from '../../../src/config/source'
import { calendarOf } from '../../../src/config/working-time'
import { isRecord } from '../../../src/data/json'
import { sseOpener } from '../../../src/data/push/sse'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { counting } from '../../../src/domains/hotline/summary'
import { readers as cameraReaders } from '../../../src/domains/video/contract'
import { video } from '../../../src/domains/video/resources'
import { counting as cameras } from '../../../src/domains/video/summary'
import { recordRowsOf } from '../../../src/contract/records/record-rows'
import { sourcesIn } from '../../../src/video/source'
import type { Action } from '../../../src/panel/action'
import { bench, inline, WHOLE } from '../data/feed-fixture'
import { manualTimers } from '../data/manual-timers'
import { scriptedStreams } from '../data/scripted-stream'
import { textOf } from './mentions'

const root = resolve(import.meta.dirname, '../../..')
const actions = import.meta.glob<readonly Action[]>('../../../src/domains/*/actions.ts', {
  eager: true,
  import: 'actions',
})
const blocks = [...textOf('docs/integrate.md').matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(
  ([, language = '', body = '']) => ({ language, body }),
)

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Says nothing while `work` runs; gives back what it would have said. */
async function quietly(work: () => Promise<unknown>): Promise<string> {
  const said: string[] = []
  const keep = (line: unknown) => void said.push(String(line))
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation(keep),
  )
  try {
    await work()
    return said.join('\n')
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const TOOLS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  'check-live': checkLive,
  connect,
}

/** Each way to call a tool; a bracket holds what may be left out. Its answer lies nowhere, so it may fail, but not by the way it is called. */
async function calls(line: string): Promise<void> {
  const [command = ''] = line.split(/\s+#/)
  if (command.startsWith('cp ')) {
    expect(existsSync(join(root, command.split(' ')[1] ?? ''))).toBe(true)
    return
  }
  const script = /npm (?:run (?:-s )?)?([\w-]+)/.exec(command)?.[1] ?? ''
  expect(Object.keys(scripts)).toContain(script)
  const run = TOOLS[script]
  if (!run) return
  const [, given = ''] = command
    .replace(/ > .*/, '')
    .replaceAll(/[[\]]| --kind …/g, '')
    .split(' -- ')
  const args = given
    .replace('public/config.mysite.json', 'public/config.live.json')
    .replace('http://127.0.0.1/', 'http://127.0.0.1:9/')
    .trim()
    .split(' ')
  expect(await quietly(async () => run(args))).not.toContain('usage:')
}

/** A block that is part of a larger file, as the object it stands in. */
const within = (body: string): unknown => JSON.parse(`{${body}}`)
const only = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined)

const acceptsSource = (id: string) => (body: string) =>
  expect(sourceConfig.safeParse(only(within(body), id)).error?.issues).toBeUndefined()

/** The orders that the guide shows as an answer, read by the source that it shows for them. */
async function countsOrders(body: string): Promise<void> {
  const source = sourceConfig.parse(only(within(body), 'hotline.work-order'))
  const answer: unknown = JSON.parse(blocks.find((block) => block.body.includes('"GD01"'))?.body ?? '')
  const now = Date.parse('2026-11-22T09:30:00+08:00')
  const headers = { 'content-type': 'application/json', date: new Date(now).toUTCString() }
  const { feed } = bench(() => new Response(JSON.stringify(answer), { headers }), {
    config: { sources: { 'hotline.work-order': source } },
    thread: inline(readers, [], async () => counting),
  })
  const { operation, rows } = await feed.get(hotline, WHOLE, { now })
  expect(rows).toMatchObject([{ kind: 'work-order', read: 3, used: 3, faults: [] }])
  expect([operation?.received?.value, operation?.open?.value]).toEqual([2, 2])
}

/** The camera that the guide shows as an answer, with the ways to its picture. */
async function leadsToPictures(body: string): Promise<void> {
  const source = sourceConfig.parse(only(within(body), 'video.camera'))
  const answer: unknown = JSON.parse(
    blocks.find((block) => block.body.includes('"gb"') && block.body.startsWith('{'))?.body ?? '',
  )
  const now = Date.parse('2026-11-22T09:30:00+08:00')
  const headers = { 'content-type': 'application/json', date: new Date(now).toUTCString() }
  const { feed } = bench(() => new Response(JSON.stringify(answer), { headers }), {
    config: { sources: { 'video.camera': source } },
    thread: inline(cameraReaders, [], async () => cameras),
  })
  await feed.get(video, WHOLE, { now })
  const { rows } = await feed.get(recordRowsOf('video'), { region: null, parts: { kind: 'camera' } }, { now })
  const stream = rows[0]?.fields['stream']
  expect(sourcesIn(typeof stream === 'string' ? stream : '')).toEqual([
    { way: 'whep', url: 'media/zlm/whep?app=live&stream=44011100081326000001' },
    { way: 'flv', url: 'media/zlm/live/44011100081326000001.live.flv' },
    { way: 'hls', url: 'media/zlm/live/44011100081326000001/hls.m3u8' },
  ])
}

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file))

/** The shipped configuration with the block in the places that it names, as nginx itself judges it. */
function judgedByNginx(body: string, place: string): void {
  const [upstream = '', location = ''] = body.split(/\n\n# (?:inside|above) `location \^~ \/api\/`.*\n/)
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  try {
    mkdirSync(join(folder, 'lib'))
    const put = (text: string, at: string, more: string) => {
      expect(text.split(at)).toHaveLength(2)
      return text.replace(at, () => at + more)
    }
    const shipped = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
      // Another module than nginx itself, and other folders than those of a server.
      .replaceAll(/^load_module .*$|^user .*$|^ *brotli.*$/gm, '')
      .replaceAll(/\/var\/(?:lib|log)\/nginx|\/run(?=\/nginx\.pid)/g, folder)
      .replaceAll('/etc/nginx/guancheng', join(root, 'deploy/nginx'))
      .replaceAll(/listen (?:\[::\]:)?80 default_server;/g, '')
      .replace(
        'http {',
        `http {\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`).join('\n')}\n`,
      )
    // A name of an intranet is known to nobody here.
    const named = put(
      shipped,
      'upstream broker { server 127.0.0.1:9001; }',
      `\n${upstream.replace('12345.intranet', '127.0.0.1')}`,
    )
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, put(named, place, `\n${location}`))
    execFileSync(NGINX ?? 'nginx', ['-t', '-e', `${folder}/error.log`, '-c', file], { stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The stream that the guide shows, through what reads streams. */
function isHeard(body: string): void {
  const streams = scriptedStreams()
  const heard: unknown[] = []
  const close = sseOpener({ timers: manualTimers(), connect: streams.connect })(
    { url: 'api/stream', topics: ['hotline'], seed: 'wall' },
    {
      onState: () => undefined,
      onHint: (topic, asOf) => heard.push([topic, asOf]),
      onGap: () => heard.push('gap'),
      onHeartbeat: (now) => heard.push(now),
      onMalformed: () => heard.push('malformed'),
    },
  )
  for (const message of body.trim().split('\n\n')) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1]
    streams.last().send(field('event') ?? 'message', field('data'), field('id'))
  }
  close()
  expect(heard).toEqual([['hotline', '2026-11-18T10:42:00+08:00'], '2026-11-18T10:42:03+08:00'])
}

function isRules(body: string): void {
  const read = readRules(JSON.parse(body))
  expect(read).toMatchObject({ problems: [] })
  expect('rules' in read && read.rules.length).toBeGreaterThan(0)
}

function isCalendar(body: string): void {
  const file = calendarFile.parse({ ...calendar, cities: only(within(body), 'cities') })
  expect(calendarOf(file, 'heyuan').hours).toEqual([
    [8.5 * 60, 12 * 60],
    [14.5 * 60, 17.5 * 60],
  ])
}

/** Is run where its section is read: see the tests of the guide's sections. */
const isRun = (body: string) =>
  expect(JSON.parse(body.startsWith('{') ? body : `{${body}}`)).toBeTypeOf('object')

/** Ways to act, each of an action that there is; and the guide names every action with its button. */
function acceptsActions(body: string): void {
  const known = Object.values(actions).flat()
  const configured: unknown = JSON.parse(`{${body}}`)
  if (!isRecord(configured)) throw new Error('no object')
  for (const [id, source] of Object.entries(configured)) {
    expect(known.map((action) => action.id)).toContain(id)
    expect(sourceConfig.safeParse(source).success, id).toBe(true)
  }
  const guide = textOf('docs/integrate.md')
  for (const { id, label } of known)
    expect(guide).toContain(`| \`${id.replace(/^.*\.call$/, '<domain>.call')}\` | ${label} |`)
}

/** Sources that stand together, each with its id. */
function acceptsSources(body: string): void {
  const configured: unknown = JSON.parse(`{${body}}`)
  if (!isRecord(configured)) throw new Error('no object')
  for (const [id, source] of Object.entries(configured))
    expect(sourceConfig.safeParse(source).success, id).toBe(true)
}

type Check = (body: string) => unknown

/** How a block begins → what it must stand. */
const CHECKS: readonly (readonly [string, Check])[] = [
  ['browser ── nginx', (body) => expect(body).toMatch(/config\.<site>\.json/)],
  ['npm start', async (body) => everyLine(body, calls)],
  ["CHECK_COOKIE='session=…' npm run", async (body) => everyLine(body, calls)],
  ['npm run check-live', async (body) => everyLine(body, calls)],
  ['"hotline": {', acceptsSource('hotline')],
  ['"hotline.supervise": {', acceptsActions],
  ['"exceptions.notices": {', acceptsSources],
  ['"map": [', isRun],
  ['"hotline.work-order": {', countsOrders],
  [
    '"video.camera": {\n  "poll": { "url": "api/{city}/video/cameras?page={page}&size={size}", "everyMs": 60',
    acceptsSource('video.camera'),
  ],
  [
    '"video.camera": {\n  "poll": { "url": "api/{city}/video/cameras?page={page}&size={size}", "everyMs": 30',
    leadsToPictures,
  ],
  ['"video.points": {', acceptsSource('video.points')],
  ['{ "total": 1, "list": [{ "gb"', isRun],
  ['{ "code": 0, "data": { "total": 3', isRun],
  ['{ "code": 0, "data": { "at"', isRun],
  ['{ "code": 200, "body"', isRun],
  ['{ "at": ', isRun],
  ['{\n  "code": 200,', isRun],
  ['{\n  "hotline.work-order"', isRun],
  ['{\n  "rules"', isRules],
  ['"cities": {', isCalendar],
  ['upstream hotline', (body) => judgedByNginx(body, 'auth_request /_auth;\n      return 404;\n')],
  ['upstream zlm', (body) => judgedByNginx(body, 'location = /api { return 404; }\n')],
  ['id: 7f3a-12', isHeard],
]

async function everyLine(body: string, check: (line: string) => Promise<void>): Promise<void> {
  for (const line of body.trim().split('\n')) await check(line)
}

const checkOf = (body: string) => CHECKS.find(([start]) => body.startsWith(start))?.[1]

it('every block of the guide is known, and every known one is there', () => {
  expect(blocks.filter(({ body }) => !checkOf(body))).toEqual([])
  expect(CHECKS.filter(([start]) => !blocks.some(({ body }) => body.startsWith(start)))).toEqual([])
})

for (const { language, body } of blocks)
  it.skipIf(language === 'nginx' && NGINX === undefined)(
    `stands: ${body.slice(0, 60).split('\n')[0] ?? ''}`,
    async () => {
      await checkOf(body)?.(body)
    },
  )
