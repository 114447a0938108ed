import { maskName, maskText } from './mask'

/** Keys whose digits are identifiers of things, not of people. */
const IDENTIFIERS = new Set(['id', 'code', 'orderNo', 'metric', 'subject', 'contract'])
/** Keys that hold a person's name. */
const NAMES = new Set(['caller', 'contactName', 'chief', 'applicant'])
/** Keys that would let JSON reach an object's prototype; a payload that carries one is hostile or broken. */
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Brings a foreign document to our habits before the contract reads it: times without a zone are Beijing time,
 * personal data is masked, dangerous keys are dropped. Shapes and numbers are left for the contract to judge.
 */
export function normalise(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return normaliseText(value, key)
  if (Array.isArray(value)) return value.map((item) => normalise(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !DANGEROUS.has(name))
      .map(([name, item]) => [name, normalise(item, name)]),
  )
}

function normaliseText(value: string, key: string): string {
  if (NAMES.has(key)) return maskName(value)
  if (IDENTIFIERS.has(key)) return value
  const zoneless = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(value)
  return zoneless ? `${zoneless[1]}T${zoneless[2]}+08:00` : maskText(value)
}
