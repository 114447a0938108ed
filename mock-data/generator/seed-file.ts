import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the demo reads of a city: the files of `<folder>/seed` as one, domain → its seed, because the first view needs all of them and
 * they pack better together. Null where the city has none.
 */
export function seedFile(folder: string): string | null {
  const seeds = join(folder, 'seed')
  if (!existsSync(seeds)) return null
  const entries = readdirSync(seeds).map((name): [string, unknown] => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(seeds, name), 'utf8')),
  ])
  return JSON.stringify(Object.fromEntries(entries))
}
