import { DataFault, type FaultKind } from '../data-fault'
import type { Sample } from '../shape/sample'
import { shape, type Evaluate, type Shaped, type ShapeJob } from '../shape/shape'

/** What the mapping worker answers to a job; an Error would lose its class on the way. */
export type MappingReply =
  | { readonly shaped: Shaped }
  | {
      readonly fault: {
        readonly kind: FaultKind
        readonly detail: string
        readonly field: string | undefined
        readonly sample: Sample | undefined
      }
    }

/** The worker's side: always an answer, never a throw. */
export async function answerJob(job: ShapeJob, evaluate: Evaluate): Promise<MappingReply> {
  try {
    return { shaped: await shape(job, evaluate) }
  } catch (error) {
    const fault = error instanceof DataFault ? error : new DataFault('map', String(error))
    const { kind, detail, field, sample } = fault
    return { fault: { kind, detail, field, sample } }
  }
}

/** The wall's side. @throws DataFault */
export function readReply(reply: MappingReply): Shaped {
  if ('shaped' in reply) return reply.shaped
  const { kind, detail, field, sample } = reply.fault
  throw new DataFault(kind, detail, field, sample)
}
