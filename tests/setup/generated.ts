import { main as schemas } from '../../deploy/contract/schemas'
import { main as mockData } from '../../mock-data/generator/build'

const GENERATED: Readonly<Record<string, (args: readonly string[]) => number | void>> = {
  schemas,
  'mock-data': mockData,
}

/**
 * `--check schemas mock-data`: judges what the repository keeps of generated files, all of it in one process, because both
 * load the same program. @returns 1 when one of them is out of date
 */
export function main(args: readonly string[]): number {
  const options = args.filter((each) => each.startsWith('--'))
  const failed = args
    .filter((each) => !each.startsWith('--'))
    .filter((name) => {
      const generate = GENERATED[name]
      if (!generate) throw new Error(`nothing is generated as ${name}`)
      try {
        return generate(options) === 1
      } catch (error) {
        console.error(error)
        return true
      }
    })
  return failed.length > 0 ? 1 : 0
}
