import { expect, it } from 'vitest'
import type { CityDocument } from '../../../../src/contract/document'
import { nextOf } from '../../../../src/domains/exceptions/views/NextDeadlines'
import { documents } from '../documents'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')

/** What stands in a lane of a domain whose rows fall due at these moments. */
function told(...dues: readonly string[]): string {
  const [like] = documents.values()
  if (!like) throw new Error('no documents')
  const rows = dues.map((dueAt) => ({ title: '事项', dueAt: `${dueAt}:00+08:00` }))
  const document: CityDocument = { ...like, operation: { rows } }
  return nextOf({ document }, NOW)
}

it('a domain with nothing open says what falls due next instead of an empty lane', () => {
  expect(told('2026-11-18T17:30', '2026-11-18T16:00', '2026-11-19T09:00')).toBe('今日 2 件到期，最早 16:00')
  expect(told('2026-11-18T16:00')).toBe('今日 16:00 一件到期')
  expect(told('2026-11-19T00:00')).toBe('今日无到期，下一件 明日 00:00')
  expect(told('2026-11-23T17:00')).toBe('今日无到期，下一件 周一 17:00')
  expect(told('2026-11-18T10:00', '2026-11-30T10:00')).toBe('一周内无到期')
})

it('says that it does not know where a domain cannot be read', () => {
  expect(nextOf({ document: undefined }, NOW)).toBe('情况不明')
})
