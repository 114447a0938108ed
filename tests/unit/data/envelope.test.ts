import { describe, expect, it } from 'vitest'
import type { EnvelopeRule } from '../../../src/config/source'
import { DataFault } from '../../../src/data/data-fault'
import { unwrap } from '../../../src/data/shape/envelope'

const RULE: EnvelopeRule = { code: 'code', ok: [0, 200], auth: [401], message: 'msg', data: 'data' }

function faultOf(answer: unknown, rule: Partial<EnvelopeRule> = {}): string {
  try {
    unwrap(answer, { ...RULE, ...rule })
  } catch (error) {
    if (error instanceof DataFault) return `${error.kind} ${error.message}`
  }
  throw new Error('no fault')
}

describe('envelopes as frameworks write them', () => {
  it.each([
    ['WVP', { code: 0, msg: '成功', data: { total: 3 } }, RULE, { total: 3 }],
    ['AjaxResult', { code: 200, msg: '操作成功', data: [1] }, RULE, [1]],
    ['TableDataInfo', { code: 200, msg: '查询成功', rows: [1], total: 1 }, { ...RULE, data: 'rows' }, [1]],
    [
      'JeecgBoot',
      { success: true, code: 200, result: { records: [1] } },
      { ...RULE, code: 'success', ok: [true], data: 'result.records' },
      [1],
    ],
    ['layui', { code: 0, msg: '', count: 31, data: [1] }, RULE, [1]],
    ['a code in text', { code: '00000', data: [1] }, { ...RULE, ok: ['00000'] }, [1]],
    ['a number in text', { code: '200', data: [1] }, RULE, [1]],
    ['a nested code', { head: { rc: 0 }, data: [1] }, { ...RULE, code: 'head.rc' }, [1]],
  ])('%s', (_, answer, rule, data) => {
    expect(unwrap(answer, rule)).toEqual(data)
  })

  it('without a data path the whole answer goes on', () => {
    const answer = { status: 'success', x: 1 }
    expect(unwrap(answer, { code: 'status', ok: ['success'], auth: [] })).toBe(answer)
  })
})

describe('an answer that says no', () => {
  it.each([
    ['an error', { code: 500, msg: '系统异常', data: null }, 'http 接口返回错误：code 500：系统异常'],
    ['without words', { code: 500 }, 'http 接口返回错误：code 500'],
    ['an ended session', { code: '401', msg: '登录已过期' }, 'auth 无访问权限：code 401：登录已过期'],
    ['no code at all', { data: [1] }, 'http 接口返回错误：返回中没有业务码 code'],
    ['a code that is none', { code: { a: 1 } }, 'http 接口返回错误：返回中没有业务码 code'],
    ['no object', [1, 2], 'http 接口返回错误：返回中没有业务码 code'],
  ])('%s', (_, answer, said) => {
    expect(faultOf(answer)).toBe(said)
  })

  it('names the field that holds the code, and cuts and masks what it says', () => {
    const answer = { success: false, msg: `请联系13812345678${'长'.repeat(200)}` }
    const said = faultOf(answer, { code: 'success', ok: [true] })
    expect(said).toMatch(/^http 接口返回错误：success false：请联系138\*{4}5678/)
    expect(said.length).toBeLessThan(130)
  })
})

describe('no data', () => {
  it('is null, wherever on the way it ends', () => {
    expect(unwrap({ code: 0, data: null }, RULE)).toBeNull()
    expect(unwrap({ code: 0, data: null }, { ...RULE, data: 'data.list' })).toBeNull()
  })

  it('is not a path that does not exist: that is named', () => {
    expect(faultOf({ code: 0, data: { list: [] } }, { data: 'data.lst' })).toBe(
      'map 字段映射出错：返回中没有 data.lst',
    )
  })

  it('nothing is found on a prototype', () => {
    expect(faultOf({ code: 0 }, { data: 'toString' })).toMatch(/返回中没有 toString/)
    expect(faultOf({}, { code: 'valueOf' })).toMatch(/没有业务码 valueOf/)
  })
})
