import { speakChinese } from '../contract/locale'
import { NO_PICTURE_RULES, readPictureRules, type PictureRules } from '../contract/pictures'
import { asFault } from './data-fault'
import { readJson } from './transport/read-json'

const AGAIN_MS = 5000
const LIMITS = { timeoutMs: 10_000, maxBytes: 1_000_000 } as const
const request: typeof fetch = (...asked) => fetch(...asked)

/**
 * What is said of a city's pictures. A city without a file has no plans, and shows visitors nothing; so has one whose file cannot be
 * used, which is said. What could not be fetched is asked for again.
 */
async function read(path: string): Promise<PictureRules> {
  speakChinese()
  for (;;) {
    try {
      return readPictureRules(await readJson(path, { ...LIMITS, fetch: request }))
    } catch (error) {
      const { kind, detail, message } = asFault(error)
      if (kind === 'http' && detail.endsWith(' 404')) return NO_PICTURE_RULES
      if (kind === 'json') return { ...NO_PICTURE_RULES, problems: [{ field: path, message }] }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

const known = new Map<string, Promise<PictureRules>>()

/** Once for all who show pictures of a city. */
export function pictureRulesOf(city: string): Promise<PictureRules> {
  const path = `config/pictures/${city}.json`
  const reading = known.get(path) ?? read(path)
  known.set(path, reading)
  return reading
}
