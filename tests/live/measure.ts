import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCalendar } from '../../mock-data/generator/calendar'
import { answerOf } from '../../mock-data/generator/counted'
import { readMetrics } from '../../mock-data/generator/metrics'
import { limitsOf } from '../../src/config/written'
import type { Counting } from '../../src/contract/records/counting'
import type { Demo } from '../../src/demo/kit/domain'

const demos = import.meta.glob<{ readonly demo: Demo }>('../../src/demo/*/demo.ts', { eager: true })
const countings = import.meta.glob<Counting>('../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})

const seedOf = (id: string): unknown =>
  JSON.parse(readFileSync(resolve(`mock-data/baiyun/seed/${id}.json`), 'utf8'))

/** Prints what a wall makes of the demo's baiyun at a moment (epoch ms), by domain. In a process of its own: Vite reads the globs. */
export function main([moment = '']: readonly string[]): void {
  const limits = limitsOf(readMetrics())
  const calendar = readCalendar('baiyun')
  const answers = Object.entries(demos).map(([path, { demo }]) => {
    const id = path.split('/').at(-2) ?? ''
    const counting = countings[`../../src/domains/${id}/summary.ts`]
    return [id, answerOf(demo, counting, seedOf(id), { now: Number(moment), region: null, limits, calendar })]
  })
  console.log(JSON.stringify(Object.fromEntries(answers)))
}
