/** What stands in a panel in one state: the state its host gives it, and what a person reads. */
export interface Sight {
  readonly state: string
  readonly lines: readonly string[]
}

/** Panel → name of the state → what stands there, in the order of the list. */
export type Sights = ReadonlyMap<string, ReadonlyMap<string, Sight>>

/** What two texts have in common, in order, and what only one of them has. */
type Change = readonly [sign: ' ' | '-' | '+', line: string]

/** The shortest way from `before` to `after`, by their longest common part. */
function changesIn(before: readonly string[], after: readonly string[]): Change[] {
  const [rows, columns] = [before.length, after.length]
  const common = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = common[i]
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    const [gone = '', come = ''] = [before[i], after[j]]
    if (i < rows && j < columns && gone === come) {
      changes.push([' ', come])
      i++
      j++
    } else if (i < rows && (j === columns || at(i + 1, j) >= at(i, j + 1))) {
      changes.push(['-', gone])
      i++
    } else {
      changes.push(['+', come])
      j++
    }
  }
  return changes
}

/** Only what differs; a run of what does not is one `⋮`. */
const differing = (changes: readonly Change[]): string[] =>
  changes
    .map(([sign, text]) => (sign === ' ' ? '⋮' : `${sign} ${text}`))
    .filter((text, i, all) => text !== '⋮' || all[i - 1] !== '⋮')

/** A state that is much like the first one is written as what differs from it, so that a change of both is one change of the list. */
function written(name: string, { state, lines }: Sight, first: readonly [string, Sight] | null): string[] {
  const heading = `## ${name}${state === name ? '' : ` (${state})`}`
  if (!first) return [heading, ...lines]
  const changes = changesIn(first[1].lines, lines)
  if (changes.every(([sign]) => sign === ' ')) return [`${heading} = ${first[0]}`]
  const short = differing(changes)
  return short.join('').length < lines.join('').length
    ? [`${heading} ≈ ${first[0]}`, ...short]
    : [heading, ...lines]
}

/** The text of one file of the list. */
export const textOf = (sights: Sights): string =>
  [...sights]
    .flatMap(([panel, states]) => {
      const [first = null] = states
      return [
        `# ${panel}`,
        ...[...states].flatMap(([name, sight], i) => ['', ...written(name, sight, i === 0 ? null : first)]),
        '',
        '',
      ]
    })
    .join('\n')
    .trimEnd() + '\n'

/** `panel · state` → the lines of the list about it, its heading first. */
function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>()
  let panel = ''
  let part: string[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) panel = line.slice(2)
    else if (line.startsWith('## ')) {
      part = [line]
      parts.set(`${panel} · ${/^## (\S+)/.exec(line)?.[1] ?? ''}`, part)
    } else if (line !== '') part.push(line)
  }
  return parts
}

/** Where `drawn` is not what the list `kept` says: panel, state and line, one after the other; nothing where they agree. */
export function differences(kept: string, drawn: string): string[] {
  if (kept === drawn) return []
  const [before, after] = [partsOf(kept), partsOf(drawn)]
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (!was) return [`${name}: drawn, but not in the list`]
    if (!is) return [`${name}: in the list, but not drawn`]
    const lines = differing(changesIn(was, is)).filter((line) => line !== '⋮')
    return lines.length > 0 ? [name, ...lines.map((line) => `  ${line}`)] : []
  })
  return found.length > 0 ? found : ['only blank lines or the order of panels']
}
