import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What makes the list anew. */
export const ACCEPT = 'npm run golden'

/** Set by that command alone, which refuses to run in CI: there nobody looks at the change. */
export const accept = process.env['GUANCHENG_GOLDEN'] === 'accept' && !process.env['CI']

const folder = fileURLToPath(new URL('list/', import.meta.url))

export const keptFiles = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.includes('.'))
    : []

/** What the list says about a city and a domain; null where it says nothing. */
export const keptText = (file: string): string | null =>
  existsSync(folder + file) ? readFileSync(folder + file, 'utf8').replaceAll('\r\n', '\n') : null

export function writeFile(file: string, text: string): void {
  mkdirSync(dirname(folder + file), { recursive: true })
  if (keptText(file) !== text) writeFileSync(folder + file, text)
}

export const removeFile = (file: string): void => rmSync(folder + file)
