import { describe, expect, it } from 'vitest'
import { conclude, type Raising } from '../../../../src/domains/exceptions/views/conclude'
import { domains } from '../../../../src/domains/registry'
import { domainsIn } from '../../../../src/panel/domain'
import { exception } from '../../contract/sample'

const { inputsOf, nameOf } = domainsIn(domains, [])
const raising: Raising = { ids: inputsOf('raises').map(({ id }) => id), nameOf }

const critical = exception({ id: 'a' })
const other = exception({ id: 'b', domain: 'video' })
const major = exception({ id: 'c', severity: 'major', domain: 'service-hall' })
const minor = exception({ id: 'd', severity: 'minor', domain: 'data-aggregation' })

describe('the sentence a leader reads aloud', () => {
  it.each([
    ['nothing open', [], '运行平稳，暂无需要处置的事项。'],
    ['one', [critical], '紧急 1 件，在热线。'],
    ['two of one domain', [critical, exception({ id: 'e' })], '紧急 2 件，在热线。'],
    ['two domains', [critical, other], '紧急 2 件，涉及热线、视频。'],
    ['two levels', [critical, major], '紧急 1 件，在热线；重要 1 件，在大厅。'],
    [
      'three levels: the two worst are said',
      [minor, major, critical],
      '紧急 1 件，在热线；重要 1 件，在大厅。',
    ],
    ['only small things', [minor], '关注 1 件，在数据。'],
  ])('%s', (_, items, sentence) => {
    expect(conclude(items, [], raising)).toBe(sentence)
  })

  it('says first what it could not see, and never calls that calm without saying so', () => {
    expect(conclude([], ['video'], raising)).toBe('视频情况不明，其余运行平稳，暂无需要处置的事项。')
    expect(conclude([critical], ['video', 'service-hall'], raising)).toBe(
      '视频、大厅情况不明，紧急 1 件，在热线。',
    )
  })

  it('that has seen nothing at all does not sound calm', () => {
    const all = [...raising.ids]
    expect(all.toSorted()).toEqual(['data-aggregation', 'hotline', 'service-hall', 'video'])
    expect(conclude([], all, raising)).toBe('各域均未给出需处置事项，无法判断。')
    expect(conclude([critical], all, raising)).toContain('紧急 1 件')
  })

  it('does not hide a domain it has no name for', () => {
    expect(conclude([exception({ domain: 'weather' })], ['flood'], raising)).toBe(
      'flood情况不明，紧急 1 件，在weather。',
    )
  })
})
