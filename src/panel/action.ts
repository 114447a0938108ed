import type { RecordRow, RowValue } from '../contract/records/record-rows'

/** What the body of an action may say beside the id in its address; what is unknown there is null. */
export const ACTION_FIELDS = ['kind', 'record', 'exception', 'rule', 'reason'] as const
/** What a notice says besides: whom it is for. */
export const NOTICE_FIELDS = ['owner', 'record', 'exception', 'rule', 'reason'] as const
/** What a camera is told: in which direction or how near, or to which of its places. */
export const CONTROL_FIELDS = ['command', 'preset'] as const
export type ActionField = (typeof ACTION_FIELDS | typeof NOTICE_FIELDS | typeof CONTROL_FIELDS)[number]

/** Characters of a reason. */
export const MOST_REASON = 200

/**
 * Something that can be done about a record, or about what needs a person. It is offered where a site says by what: `act` or `link` of the
 * source that has its id.
 */
export interface Action {
  /** `hotline.supervise`; its resource has the same. */
  readonly id: string
  /** What stands on its button: 督办. */
  readonly label: string
  /** Kind of record → what its fields must say, all of one of these. A field that nobody knows forbids nothing. */
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, RowValue>>[]>>
  /** Rules or metrics of what needs a person; any of it, whichever domain raised it. */
  readonly raised?: readonly string[] | 'any'
  /** Fields of its body; none of one that is only opened. */
  readonly body?: readonly ActionField[]
}

/** What somebody looks at while they act. */
export interface Matter {
  readonly row?: RecordRow | undefined
  readonly exception?:
    | {
        readonly id: string
        readonly metric: string
        readonly subject: string | null
        readonly owner?: string
        readonly evidence?: { readonly rule: string } | undefined
      }
    | undefined
}

/** Whether an action is one for this matter. */
export function isFor({ records, raised }: Action, { row, exception }: Matter): boolean {
  if (row)
    return (
      records?.[row.kind]?.some((wanted) =>
        Object.entries(wanted).every(([name, is]) => (row.fields[name] ?? is) === is),
      ) ?? false
    )
  if (raised === 'any') return exception !== undefined
  const names = exception ? [exception.metric, exception.evidence?.rule] : []
  return raised?.some((name) => names.includes(name)) ?? false
}
