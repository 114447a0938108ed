import * as z from 'zod/mini'
import { list, slug, text } from '../contract/primitives'
import { codeTable, scalar, way, zone } from './way'

/** How a value is read. Without it, as the column of the record says. */
export const READINGS = ['time', 'number', 'text', 'flag', 'json'] as const
export type Reading = (typeof READINGS)[number]

const place = way.check(z.minLength(1))

/** `dd/MM/yyyy HH:mm`: each of yyyy and MM and dd once, the rest where a source writes it. */
const format = z.string().check(
  z.maxLength(40),
  z.refine(
    (text_) => ['yyyy', 'MM', 'dd'].every((part) => text_.split(part).length === 2),
    '时间格式须各有一个 yyyy、MM、dd',
  ),
)

const known = (...parts: readonly unknown[]) => parts.filter((part) => part !== undefined).length

const rule = z
  .strictObject({
    /** Where it stands in a row; of several places the first where something is known. */
    from: z.optional(z.union([place, list(place, 6).check(z.minLength(1))])),
    /** The same in every row. */
    value: z.optional(z.nullable(scalar)),
    /** JSONata for this one field: of what stands at `from`, or of the row. */
    map: z.optional(text(2000)),
    as: z.optional(z.enum(READINGS)),
    /** Foreign code → word. A code that is not here is named, and costs its row, unless `else` has a word for it. */
    codes: z.optional(codeTable),
    /** The same by a table of `enums`. */
    table: z.optional(slug),
    /** The one name of a list of the city that stands in a longer text, e.g. a town in an address. Several, or none: unknown. */
    find: z.optional(z.enum(['town', 'dept'])),
    /** What this source writes where it knows nothing, besides null, blanks, dashes, 无 and 暂无. */
    blank: z.optional(list(scalar, 24)),
    /** Rows without this field are none that were cut: there it is unknown. */
    optional: z.optional(z.boolean()),
    /** What holds where it is unknown or not there. Never for a code that is not listed. */
    default: z.optional(z.nullable(scalar)),
    /** −1 is a figure here, not "unknown". */
    signed: z.optional(z.boolean()),
    /** Zone of a time written without one; default: that of the source. */
    zone: z.optional(zone),
    format: z.optional(format),
    /** A town, by its division code and its name. */
    code: z.optional(place),
    name: z.optional(place),
  })
  .check(
    z.refine(
      (r) =>
        known(r.from ?? r.map, r.value, r.code) === 1 &&
        known(r.code) === known(r.name) &&
        known(r.codes, r.table, r.find) <= 1,
      '须有 from（或 map）、value、code 加 name 之一；codes、table、find 至多一个',
    ),
  )

/** Where a field of a record stands in a foreign row, and how it is read; a text is the place alone. */
export const fieldRule = z.union([place, rule])
export type FieldRule = z.infer<typeof fieldRule>
export type FieldRules = Readonly<Record<string, FieldRule>>
