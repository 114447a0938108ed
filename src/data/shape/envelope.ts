import type { EnvelopeRule } from '../../config/source'
import { DataFault } from '../data-fault'
import { at, isScalar } from '../json'
import type { ForeignText } from './foreign-text'
import { maskText } from './mask'
import { words } from './words'

/** "200" equals 200: servers do not agree on how to write a code. */
const among = (code: unknown, accepted: readonly unknown[]) =>
  accepted.some((each) => String(each) === String(code))

/**
 * The data inside a business envelope such as `{code, msg, data}`, which says no with HTTP 200.
 * Null means the source has no data for what was asked.
 * @throws DataFault auth | http by the code, http when the answer has no code, map when `data` leads nowhere
 */
export function unwrap(answer: unknown, rule: EnvelopeRule, foreign?: ForeignText): unknown {
  const code = at(answer, rule.code)
  if (!isScalar(code)) throw new DataFault('http', words.noCode(rule.code))
  if (!among(code, rule.ok)) {
    const message = rule.message === undefined ? undefined : at(answer, rule.message)
    const said = isScalar(message) && message !== '' ? words.said(maskText(String(message)).slice(0, 80)) : ''
    throw new DataFault(
      among(code, rule.auth) ? 'auth' : 'http',
      `${rule.code} ${String(code).slice(0, 40)}${said}`,
    )
  }
  const data = at(answer, rule.data ?? '')
  if (data === undefined) throw new DataFault('map', words.noData(rule.data))
  // Some back ends wrap what is JSON already.
  return typeof data === 'string' ? (foreign?.openJson(data) ?? data) : data
}
