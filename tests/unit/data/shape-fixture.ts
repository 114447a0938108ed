import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import type { ShapeRules } from '../../../src/config/source'
import { DataFault } from '../../../src/data/data-fault'
import type { Bindings, ShapeJob, ShapeScope } from '../../../src/data/shape/shape'

export const SCOPE: ShapeScope = {
  resource: 'hotline',
  kind: 'document',
  contract: 'hotline/1',
  city: 'baiyun',
  region: '440111',
  receivedAt: '2026-11-22T09:15:00+08:00',
  audience: 'duty',
  town: null,
  count: null,
  parts: {},
  limits: {},
  calendar: PLAIN_CALENDAR,
}

export const RULES: ShapeRules = {
  enums: {},
  personal: {},
  zone: '+08:00',
  crs: 'WGS-84',
  about: { name: '12345 工单系统', owner: '区政务热线', cadenceSeconds: 60 },
}

export const BINDINGS: Bindings = {
  city: SCOPE.city,
  region: SCOPE.region,
  receivedAt: SCOPE.receivedAt,
  audience: SCOPE.audience,
  zone: '+08:00',
  crs: 'WGS-84',
  enums: {},
}

/** An answer as it comes over the line: text, or a value to be sent as JSON. */
export const jobOf = (
  answer: unknown,
  rules: Partial<ShapeRules> = {},
  more: Partial<ShapeJob> = {},
): ShapeJob => ({
  bytes: new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer)),
  rules: { ...RULES, ...rules },
  scope: SCOPE,
  ...more,
})

/** The fault a promise ends in; anything else fails the test. */
export async function faultOf(promise: Promise<unknown>): Promise<DataFault> {
  const outcome = await promise.catch((error: unknown) => error)
  if (outcome instanceof DataFault) return outcome
  throw new Error(`no fault: ${outcome instanceof Error ? outcome.stack : JSON.stringify(outcome)}`)
}
