import '../lib/older-browsers'
import { speakChinese } from '../contract/locale'
import type { AnswerReader } from '../contract/reader'
import type { Counting } from '../contract/records/counting'
import { answerJob, transfersOf, type Readers } from '../data/read-job'
import type { Evaluate, ShapeJob } from '../data/shape/shape'
import type { OpenShelf } from '../data/store/shelf'
import type { ConfigQuestion, ConfigReply } from './data-thread'
import { judgeConfig } from './judge-config'

/**
 * The data worker: bytes in, answers that their contract has let through out. Parsing, masking, mapping and judging happen here
 * and nowhere else in a browser, the judging of configuration files included, so that no list, however long, holds up a picture.
 */
const contracts = import.meta.glob<readonly AnswerReader[]>('../domains/*/contract.ts', {
  eager: true,
  import: 'readers',
})
const first = new Map(
  Object.values(contracts)
    .flat()
    .map((reader) => [reader.id, reader]),
)
// What nobody asks for in the first view has a contract of its own: that of `hotline.study` is `hotline/contract-study.ts`.
const later = import.meta.glob<readonly AnswerReader[]>(
  ['../domains/*/contract-*.ts', '!../domains/*/contract-rows.ts'],
  { import: 'readers' },
)
const readers: Readers = {
  async get(id) {
    const known = first.get(id)
    if (known) return known
    const [domain = '', part = ''] = id.split('.')
    const found = await later[`../domains/${domain}/contract-${part}.ts`]?.()
    return found?.find((reader) => reader.id === id)
  },
}

// Only a site whose sources send records counts them.
const countings = import.meta.glob<Counting>('../domains/*/summary.ts', { import: 'counting' })
const find = async (domain: string) => countings[`../domains/${domain}/summary.ts`]?.()
let shelf: ReturnType<OpenShelf> | undefined
const openShelf: OpenShelf = () =>
  (shelf ??= import('../data/store/shelf').then(({ createShelf }) => createShelf(find)))

// Only a site with a mapping needs the engine that runs it.
const evaluate: Evaluate = async (...job) => (await import('../data/mapping/expression')).evaluate(...job)

speakChinese()
self.addEventListener('message', ({ data }: MessageEvent<ShapeJob | ConfigQuestion>) => {
  if ('no' in data) {
    const reply: ConfigReply = { no: data.no, verdict: judgeConfig(data.kind, data.body) }
    self.postMessage(reply)
  } else
    void answerJob(data, readers, evaluate, openShelf).then((reply) =>
      self.postMessage(reply, { transfer: transfersOf(reply) }),
    )
})
