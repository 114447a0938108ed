import { limitsOf } from '../../../src/config/written'
import { domains, panels } from '../../../src/domains/registry'
import { readingsOf } from '../../../src/domains/registry-readings'
import { dayStart } from '../../../src/lib/calendar'
import { metrics } from '../domains/documents'
import { byHand, type Row } from './by-hand'
import { OPEN } from '../../../src/config/open'
import { questionOf, recordRowOf, recordRowsOf } from '../../../src/contract/records/record-rows'
import { readNarrowed } from '../../../src/screens/drawer/narrowed'
import type { DrawnLead } from './figures'
import { rowsByHand } from '../../../src/panel/rows-by-hand'
import { rowsOfColumns } from '../../../src/data/store/rows-of-columns'
import type { Screen } from '../../../src/panel/screen-context'
import { answer, config, type Answered } from './city'

const limits = limitsOf(metrics)

const rowsIn = (body: object) => ('rows' in body ? (rowsOfColumns(body.rows, 'rows') as readonly Row[]) : [])

/**
 * The figure of a panel: the exact value where what is printed is rounded. Null where the panel has none, or one in each row of a list,
 * which is that of a part.
 */
function shownIn(lines: readonly string[], metric: string): number | null {
  const all = [
    ...lines.join('\n').matchAll(new RegExp(`\\[${metric}(?: (-?[0-9.]+))?\\] ?‹?([0-9,.]+)`, 'g')),
  ]
  const [found] = all
  return found && all.length === 1 ? Number(found[1] ?? found[2]?.replaceAll(',', '')) : null
}

/** Every row that the demo of a city gives of a domain, and the moment they speak of. */
async function rowsOf(city: string, domain: string, now: number, asOf: string) {
  const kinds = new Map<string, readonly Row[]>()
  let spokenOf = Date.parse(asOf)
  for (const [source, { records }] of Object.entries(config.sources)) {
    // No figure of the wall is counted from what is read when somebody opens a study.
    if (!source.startsWith(`${domain}.`) || records?.whenOpened) continue
    const kind = source.slice(domain.length + 1)
    const { body } = await answer(`${city}/${domain}/${kind}?since=`, now, null)
    kinds.set(kind, rowsIn(body))
    if ('asOf' in body) spokenOf = Date.parse(String(body.asOf))
  }
  return {
    now: spokenOf,
    today: dayStart(spokenOf),
    limitDays: limits['hotline_p90_days'] ?? 0,
    of: (kind: string) => kinds.get(kind) ?? [],
  }
}

/** A panel, and line by line what it says. */
interface Said {
  readonly panel: string
  readonly lines: readonly string[]
}

/**
 * Counts the figures of a wall from the rows of its city, one by one and the plain way.
 * @returns how many could be compared, and those that are another number on the wall
 */
export async function recounted(
  city: string,
  now: number,
  answers: readonly Answered[],
  said: readonly Said[],
): Promise<{ readonly compared: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = []
  let compared = 0
  for (const { document: resource } of domains) {
    const document = answers.find((one) => one.resource.id === resource.id)?.document
    const figures = byHand[resource.id]
    if (!document || !figures) continue
    const rows = await rowsOf(city, resource.id, now, document.asOf)
    for (const [metric, count] of Object.entries(figures)) {
      const value = count(rows)
      for (const { panel, lines } of said) {
        if (panels.get(panel)?.dataset.id !== resource.id) continue
        const shown = shownIn(lines, metric)
        if (shown === null) continue
        compared += 1
        if (shown !== value) wrong.push(`${panel} ${metric}: ${shown} on the wall, ${value} by hand`)
      }
    }
  }
  return { compared, wrong }
}

/** What a document lists of a kind that no source of records has; null of any other. */
function listedByHand(records: string, answers: readonly Answered[], now: number) {
  const [domain = '', kind = ''] = records.split('.')
  const reading = readingsOf(domain)[kind]
  const document = answers.find(({ resource }) => resource.id === domain)?.document
  return reading ? rowsByHand(kind, reading, document?.operation, now) : null
}

/**
 * Asks for the records behind every figure that names them (`rows` of the dictionary), as pressing it does.
 * @returns how many figures could be compared, and those whose list is longer or shorter than they say
 */
export async function listed(
  {
    feed,
    now,
    region,
    answers,
  }: Pick<Screen, 'feed' | 'region'> & {
    readonly now: number
    readonly answers: readonly Answered[]
  },
  said: readonly Said[],
): Promise<{ readonly compared: ReadonlySet<string>; readonly wrong: readonly string[] }> {
  const wrong: string[] = []
  const compared = new Set<string>()
  // Of a year gone by there are no records, and what a document printed stands as it was.
  const published = new Set(
    answers.flatMap(({ document }) =>
      (document?.published ?? []).map(({ metric, value }) => `${metric} ${value}`),
    ),
  )
  for (const { panel, lines } of said)
    for (const [metric, { rows }] of Object.entries(metrics)) {
      const shown = rows ? shownIn(lines, metric) : null
      if (!rows || shown === null) continue
      const { domain, parts } = questionOf(rows)
      const byHand = listedByHand(rows.records, answers, now)
      const { total, sum } = byHand
        ? { total: byHand.length, sum: undefined }
        : await feed.get(recordRowsOf(domain), { region, parts: { ...parts, limit: '1' } }, { now })
      compared.add(metric)
      if ((sum ?? total) !== shown && !published.has(`${metric} ${shown}`))
        wrong.push(`${panel} ${metric}: ${shown} on the wall, ${total} in its list`)
    }
  return { compared, wrong }
}

/**
 * Opens what a press leads to: the records of a part of a figure, or one record.
 * @returns the metrics and fields, and the kinds of record, that could be compared, and what is not as its row says
 */
export async function ledTo(
  {
    feed,
    now,
    region,
    answers,
  }: Pick<Screen, 'feed' | 'region'> & { readonly now: number; readonly answers: readonly Answered[] },
  leads: readonly DrawnLead[],
): Promise<{ readonly compared: ReadonlySet<string>; readonly wrong: readonly string[] }> {
  const wrong: string[] = []
  const compared = new Set<string>()
  for (const { to, value } of leads) {
    const [, , list = '', records, key = ''] = OPEN.exec(to) ?? []
    if (records !== undefined) {
      const [domain = '', kind = ''] = records.split('.')
      const byHand = listedByHand(records, answers, now)
      const isThere = byHand
        ? byHand.some((row) => row.key === key)
        : (await feed.get(recordRowOf(domain), { region: null, parts: { kind, id: key } }, { now })).row !==
          null
      if (!isThere) wrong.push(`${to} is not there`)
      compared.add(`row:${records}`)
      continue
    }
    const { metric, narrowed } = readNarrowed(list)
    const rows = metrics[metric]?.rows
    const [field] = Object.keys(narrowed)
    // A figure as a whole is compared above.
    if (!rows || field === undefined || value === null) continue
    const { domain, parts } = questionOf(rows)
    const asked = { region, parts: { ...narrowed, ...parts, limit: '1' } }
    const { total, sum } = await feed.get(recordRowsOf(domain), asked, { now })
    compared.add(`${metric}:${field}`)
    if ((sum ?? total) !== value) wrong.push(`${to}: ${value} on the wall, ${sum ?? total} in its list`)
  }
  return { compared, wrong }
}
