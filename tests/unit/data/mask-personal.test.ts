import { describe, expect, it } from 'vitest'
import { PERSONAL } from '../../../src/config/source'
import { maskAs } from '../../../src/data/shape/mask-personal'

const KINDS = PERSONAL.filter((kind) => kind !== 'drop' && kind !== 'number' && kind !== 'public')

describe('on duty', () => {
  it.each([
    ['name', '张三', '张**'],
    ['name', '张三丰', '张**'],
    ['name', '欧阳修', '欧阳**'],
    ['name', '司马相如', '司马**'],
    ['name', '𠮷野家', '𠮷**'],
    ['name', '李', '李**'],
    ['name', '', ''],
    ['phone', '13812345678', '138****5678'],
    ['phone', '+86 138 1234 5678', '138****5678'],
    ['phone', '008613812345678', '138****5678'],
    ['phone', '１３８１２３４５６７８', '138****5678'],
    ['phone', '020-12341234', '020-****1234'],
    ['phone', '02012341234', '****1234'],
    ['phone', '87651234', '****1234'],
    ['phone', '13812345678,13987654321', '138****5678,139****4321'],
    ['phone', '家里 8765 1234', '家里 ****1234'],
    ['phone', '6123', '****'],
    ['id', '44011119900307112X', '440*************2X'],
    ['id', '440111900307112', '440**********12'],
    ['id', 'E12345678', 'E12****78'],
    ['id', '1234567', '*******'],
    ['plate', '粤A12312', '粤A·***12'],
    ['plate', '粤A·12312', '粤A·***12'],
    ['plate', '粤AD12312', '粤A·***12'],
    ['plate', '无', '已隐藏'],
    ['company', '广州市某某食品有限公司', '广州**'],
  ] as const)('%s %s → %s', (kind, text, masked) => {
    expect(maskAs(kind, text, 'duty')).toBe(masked)
  })

  it.each([
    ['广州市白云区三元里街道松柏岗社区机场路12号302房', '广州市白云区三元里街道松柏岗社区'],
    ['白云区江高镇水沥村五队7号', '白云区江高镇水沥村'],
    ['江高镇广花路十二号', '江高镇'],
    ['三元里街松柏东街3号', '三元里街'],
    ['机场路1234号', '机场路'],
    ['幸福小区３栋２单元', '幸福小区'],
    ['12号楼', '已隐藏'],
    ['广花路36号杆', '广花路36号杆'],
    ['广花路36号杆旁5栋', '广花路36号杆旁'],
  ])('an address %s → %s', (text, masked) => {
    expect(maskAs('address', text, 'duty')).toBe(masked)
  })

  it.each([
    ['联系人：张三丰，电话13812345678。', '联系人：张**，电话138****5678。'],
    ['来电人:欧阳修反映3栋漏水', '来电人:欧阳**映**漏水'],
    ['王小明先生反映噪声扰民', '王**先生反映噪声扰民'],
    ['路灯不亮', '路灯不亮'],
  ])('a complaint %s → %s', (text, masked) => {
    expect(maskAs('text', text, 'duty')).toBe(masked)
  })

  it('a complaint ends after 40 characters', () => {
    const long = maskAs('text', '噪'.repeat(41), 'duty')
    expect([...long]).toHaveLength(40)
    expect(long.endsWith('噪…')).toBe(true)
    expect(maskAs('text', '噪'.repeat(40), 'duty')).toBe('噪'.repeat(40))
  })
})

describe('before visitors', () => {
  it.each([
    ['name', '张三丰', '市民'],
    ['phone', '13812345678', '已隐藏'],
    ['id', '44011119900307112X', '已隐藏'],
    ['plate', '粤A12312', '已隐藏'],
    ['company', '广州市某某食品有限公司', '已隐藏'],
    ['text', '张三丰家暴', '已隐藏'],
    ['address', '广州市白云区三元里街道松柏岗社区12号', '广州市白云区三元里街道'],
    ['address', '广州市白云区机场路12号', '广州市白云区'],
    ['address', '白云区解放大街12号', '白云区'],
    ['address', '机场路12号', '已隐藏'],
  ] as const)('%s %s → %s', (kind, text, masked) => {
    expect(maskAs(kind, text, 'tour')).toBe(masked)
  })
})

describe('for anybody', () => {
  const texts = [
    '张三丰',
    '13812345678',
    '+8613812345678',
    '020-12341234',
    '44011119900307112X',
    '粤AD12312',
    '广州市白云区三元里街道松柏岗社区机场路12号302房',
    '广州市某某食品有限公司',
    `联系人：张三丰，电话13812345678，${'长'.repeat(60)}`,
    '',
    'x',
  ]

  it.each(KINDS)('%s masked twice is as masked once, also by an officer after a visitor', (kind) => {
    for (const text of texts)
      for (const audience of ['duty', 'tour'] as const) {
        const once = maskAs(kind, text, audience)
        expect(maskAs(kind, once, audience)).toBe(once)
        expect(maskAs(kind, maskAs(kind, text, 'tour'), 'duty')).toBe(maskAs(kind, text, 'tour'))
      }
  })

  it.each(KINDS)('%s never shows the middle of a number', (kind) => {
    for (const text of texts)
      for (const audience of ['duty', 'tour'] as const)
        expect(maskAs(kind, text, audience)).not.toMatch(/13812345678|990307112|12341234|12312|302房/)
  })
})
