import { describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import { parseJson } from '../../../src/data/shape/lossless-json'
import { stream } from '../../../src/lib/random'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseJson(bytes(text))

function messageOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof DataFault && error.kind === 'json') return error.message
  }
  throw new Error('no fault')
}

describe('whole numbers a double cannot hold', () => {
  it.each([
    ['1934567890123456789', '1934567890123456789'],
    ['-1934567890123456789', '-1934567890123456789'],
    ['9007199254740993', '9007199254740993'],
    ['[1,1934567890123456789,2]', [1, '1934567890123456789', 2]],
    [
      '{"id":1934567890123456789,"n":[{"id":-9223372036854775808}]}',
      { id: '1934567890123456789', n: [{ id: '-9223372036854775808' }] },
    ],
    ['{ "id" : 18446744073709551615 }', { id: '18446744073709551615' }],
  ])('%s keeps its digits', (text, value) => {
    expect(parse(text)).toEqual(value)
  })

  it('survive in ten thousand rows, every digit of them', () => {
    const next = stream(7)
    const ids = Array.from({ length: 10_000 }, () =>
      Array.from({ length: 19 }, (_, i) => Math.floor(next() * (i === 0 ? 8 : 10)) + (i === 0 ? 1 : 0)).join(
        '',
      ),
    )
    const rows = parse(`[${ids.map((id) => `{"id":${id},"title":"编号 ${id}","n":12}`).join(',')}]`)
    expect(rows).toEqual(ids.map((id) => ({ id, title: `编号 ${id}`, n: 12 })))
  })
})

describe('everything else is as JSON.parse reads it', () => {
  it.each([
    '9007199254740991',
    '-9007199254740991',
    '1234567890.1234567890123456',
    '1.7976931348623157e308',
    '12345678901234567890.5',
    '12345678901234567890e2',
    '1E20',
    '"12345678901234567890"',
    '{"12345678901234567890":"say \\"12345678901234567890, \\\\"}',
    '["\\\\",12345678901234567890.0]',
    '[true,false,null,0,-0,[],{}]',
    ' {"a" : "\\u4e2d\\n" } ',
  ])('%s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text))
  })

  it('a byte order mark is no character of the answer', () => {
    expect(parseJson(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('{"a":1}')]))).toEqual({ a: 1 })
  })
})

describe('what is not JSON', () => {
  it.each([
    ['{"a":[1,2', 'JSON 无法解析：内容不完整，在中途结束'],
    ['', 'JSON 无法解析：内容为空'],
    ['{"a":12345678901234567890,}', 'JSON 无法解析：第 27 个字符处格式不对'],
    ['{12345678901234567890:1}', 'JSON 无法解析：第 2 个字符处格式不对'],
  ])('%s', (text, message) => {
    expect(messageOf(() => parse(text))).toBe(message)
  })

  it('is never quoted: the answer may hold personal data', () => {
    const said = messageOf(() => parse('{"caller":"张三丰","phone":13812345678,"a":x}'))
    expect(said).not.toMatch(/张三丰|1381234/)
  })

  it('neither is text in another encoding', () => {
    const gbk = new Uint8Array([...bytes('{"a":"'), 0xd6, 0xd0, ...bytes('"}')])
    expect(messageOf(() => parseJson(gbk))).toBe('JSON 无法解析：不是 UTF-8 编码')
  })
})
