import { version } from '../../package.json'
import type { JsonObject } from './json'
import { errors, operationOf, ref, TAGS } from './operations'
import type { PublishedResource } from './resources'

const DESCRIPTION = `观城是一组静态文件，没有自己的后台。实时模式（\`"mode": "live"\`）下，页面只发出这里写明的请求；由你的系统或网关应答。

- **同源**：页面只访问自身所在的站点；除会话续期与操作（“操作”一类）外只发 GET。鉴权由反向代理完成（单点登录的 Cookie，或无人值守大屏的客户端证书），页面与配置中都没有密钥。
- **一项资源一个地址**：文档、列表、记录、点位、操作各为一项，契约在旁边的 \`<资源>.schema.json\`。\`{region}\` 未选镇街时为本市行政区划代码，选中后为镇街代码。提问中没有位置的部分（筛选、sort、cursor、limit、id）按名称排序，写在 \`?\` 之后。地址与字段不必照此：\`config.json\` 的 \`sources.<资源>\` 可改地址（\`poll.url\`，操作为 \`act.url\`）、拆业务码（\`envelope\`）、换字段（\`map\`）。
- **宽进**：多余的字段忽略；\`operation\` 中没有接口的部分可以不写，缺了它便无可显示的面板写明“数据源未提供”。同一主版本内只增加可选字段，不减不改；程序读本版与上一版。
- **时间与年龄**：\`asOf\` 须为数据自身的时间。面板按它与 \`source.cadenceSeconds\` 判断实时、延迟、过期。
- **先汇总再给**：文档中的列表均有条数上限；全量明细只由列表一类按页给出。
- **轮询为主**：按 \`poll.everyMs\` 读取；推送（\`/api/stream\`）只通知“有变化”，收到后照常 GET。`

function problem(description: string): JsonObject {
  return {
    description,
    content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
  }
}

function header(description: string, example: string, required = false): JsonObject {
  return { description, ...(required && { required }), schema: { type: 'string' }, example }
}

const STREAM_EXAMPLE = `id: 18f3-41
event: changed
data: {"topic":"hotline","asOf":"2026-11-18T10:42:00+08:00"}

event: heartbeat
data: {"now":"2026-11-18T10:42:10+08:00","everyMs":15000}

`

const STREAM: JsonObject = {
  get: {
    operationId: 'stream',
    tags: ['推送'],
    summary: '变化通知（SSE）',
    description: `可以不提供。一个页面只开一条连接。事件不含数据，页面收到 \`changed\` 后在 1 秒内随机的时刻 GET 那个数据集。

| 事件 | data | 何时 |
|---|---|---|
| \`changed\` | \`ChangedEvent\` | 一个主题的数据有变化 |
| \`heartbeat\` | \`HeartbeatEvent\` | 每 15 秒；断了 2.5 次，页面就重连 |
| \`reset\` | 空 | 中间可能有遗漏，页面重读全部 |

事件号为 \`<epoch>-<seq>\`：epoch 是服务端本次启动的标记，重连后 epoch 不同，页面即重读全部。须关闭代理缓冲（\`X-Accel-Buffering: no\`）。`,
    parameters: [
      {
        name: 'topics',
        in: 'query',
        required: true,
        description: '订阅的主题，用逗号分隔；即各数据源的 push.topic',
        style: 'form',
        explode: false,
        schema: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
        example: ['hotline', 'video'],
      },
      {
        name: 'lastEventId',
        in: 'query',
        description: '最后收到的事件号，从其后补发；其他客户端可能改用 Last-Event-ID 头',
        schema: { type: 'string', pattern: '^.+-\\d+$' },
        example: '18f3-41',
      },
    ],
    responses: {
      200: {
        description: '不结束的事件流',
        headers: { 'Cache-Control': ref('headers', 'NoStore') },
        content: { 'text/event-stream': { schema: { type: 'string' }, example: STREAM_EXAMPLE } },
      },
      ...errors(['Unauthorized', 'Forbidden', 'Unavailable']),
    },
  },
}

const SESSION: JsonObject = {
  post: {
    operationId: 'renewSession',
    tags: ['会话'],
    summary: '会话续期',
    description:
      '可以不提供；地址即 `session.renewUrl`。数据请求得到 401 或 403 时，页面以 Cookie 在这里续期一次，成功后重试；多个请求同时失效也只续期一次。',
    responses: {
      204: { description: '已续期；新的会话在 Set-Cookie 中（HttpOnly、Secure、SameSite=Lax）' },
      ...errors(['Unauthorized', 'Unavailable']),
    },
  },
}

const SCHEMAS: JsonObject = {
  ChangedEvent: {
    type: 'object',
    description: '事件 changed 的 data',
    properties: {
      topic: { type: 'string', description: '有变化的主题' },
      asOf: {
        type: 'string',
        format: 'date-time',
        description: '变化后的数据时间；给出后，页面会一直读到不早于它的那份为止',
      },
    },
    required: ['topic'],
  },
  HeartbeatEvent: {
    type: 'object',
    description: '事件 heartbeat 的 data',
    properties: {
      now: { type: 'string', format: 'date-time', description: '服务器时间，页面据此校时' },
      everyMs: { type: 'number', exclusiveMinimum: 0, description: '心跳间隔，毫秒' },
    },
  },
  Problem: {
    type: 'object',
    description: '错误说明（RFC 9457）。不得含个人信息、内部地址与堆栈',
    properties: {
      type: { type: 'string', format: 'uri-reference', default: 'about:blank' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string' },
    },
    required: ['title', 'status'],
  },
}

const COMPONENTS: JsonObject = {
  schemas: SCHEMAS,
  parameters: {
    city: {
      name: 'city',
      in: 'path',
      required: true,
      description: '城市，即 config/cities/<id>.json 的 id',
      schema: { type: 'string', pattern: '^[a-z][a-z0-9_-]{0,63}$' },
      example: 'baiyun',
    },
    region: {
      name: 'region',
      in: 'path',
      required: true,
      description: '行政区划代码：未选镇街时为本市代码，选中后为镇街代码',
      schema: { type: 'string', pattern: '^\\d{6,12}$' },
      example: '440111',
    },
    id: {
      name: 'id',
      in: 'path',
      required: true,
      description: '这一条的编号，已转义',
      schema: { type: 'string', minLength: 1 },
    },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: '这件事的键，每次重试都相同；同一个键只办一次，回执的 key 与它相同',
      schema: { type: 'string', minLength: 1, maxLength: 80 },
    },
    ifNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      description: '浏览器自动带上；未变化时应答 304',
      schema: { type: 'string' },
    },
  },
  headers: {
    ETag: header('整份文档（含 asOf）的标记：asOf 前进了就应当变，否则页面会当作数据没有更新', '"5f3a-18"'),
    CacheControl: header(
      '页面总会带 If-None-Match 复核；s-maxage 供代理合并各屏的请求',
      'public, s-maxage=5',
    ),
    NoStore: header('不得缓存', 'no-store'),
    RetryAfter: header('供其他客户端；页面不读它，按自己的退避重试', '30'),
    Date: header('服务器时间，页面据此校时，相差 30 秒以上会提示', 'Wed, 18 Nov 2026 02:42:00 GMT', true),
  },
  responses: {
    BadRequest: problem('提问有误：没有这种筛选或排序、游标无效、内容不合要求'),
    Unauthorized: problem('会话已失效。不要应答登录页或跳转：页面会把它当作错误的数据'),
    Forbidden: problem('没有这项权限'),
    NotFound: problem('没有这个城市、区域或资源。不要应答首页'),
    TooMany: {
      ...problem(
        '请求过多。读取：页面保留现有数据，逐步放慢重试，至多间隔 45 秒；操作：不自动再试，告诉操作的人',
      ),
      headers: { 'Retry-After': ref('headers', 'RetryAfter') },
    },
    Unavailable: problem('暂时不可用；页面保留现有数据，逐步放慢重试'),
  },
}

/** The requests a live wall makes, for whoever answers them; the answers themselves are in `<resource>.schema.json` beside it. */
export function openApi(resources: readonly PublishedResource[]): JsonObject {
  const kinds = new Set(resources.map(({ kind }) => kind))
  return {
    openapi: '3.1.1',
    info: {
      title: '观城接入接口',
      version,
      summary: '大屏在实时模式下读取的接口，由接入方提供',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '..', description: '页面所在的目录；任何子路径均可' }],
    tags: [
      ...[...kinds].map((kind) => TAGS[kind]),
      { name: '推送', description: '可选的加速：只说有变化' },
      { name: '会话', description: '可选：会话失效时续期' },
    ],
    paths: {
      ...Object.fromEntries(resources.map(operationOf)),
      '/api/stream': STREAM,
      '/api/session': SESSION,
    },
    components: COMPONENTS,
  }
}
