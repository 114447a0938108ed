import { describe, expect, it } from 'vitest'
import { maskIdentifier, maskKey, maskText } from '../../../src/data/shape/mask'
import { stream } from '../../../src/lib/random'

describe('phone numbers', () => {
  it.each([
    ['请回电13812345678。', '请回电138****5678。'],
    ['电话:020-87654321转3', '电话:020-****4321转3'],
    ['0752-1234567', '0752-****4567'],
    ['13812345678、13987654321', '138****5678、139****4321'],
    // With a country code, as phones themselves store it.
    ['+8613812345678', '+86138****5678'],
    ['008613812345678', '0086138****5678'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it.each(['138 1234 5678', '138-1234-5678'])('%s is the same number, spaced', (text) => {
    expect(maskText(text)).not.toContain('1234')
  })
})

describe('identity numbers are told from other long numbers', () => {
  it.each([
    ['身份证440111199003072118。', '身份证440*************18。'],
    ['44011119900307211X', '440*************1X'],
    ['44011119900307211x', '440*************1x'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it.each([
    ['an 18-digit order number', '261118000000100007'],
    ['a 20-digit camera id (GB/T 28181)', '44011100001320000001'],
    ['a 20-digit camera id with a birth date inside', '44011119900307211800'],
    ['a 17-digit number', '44011119900307211'],
    ['a town code', '440111001000'],
    ['a plain count', '310000'],
    ['a date', '2026-11-18'],
    ['a hotline', '12345'],
    ['a 19-digit order number', '1934567890123456789'],
  ])('leaves %s alone', (_, text) => {
    expect(maskText(`编号 ${text} 办理`)).toBe(`编号 ${text} 办理`)
  })
})

describe('order numbers that look like identity numbers', () => {
  // Region, date, serial number: the usual shape, and the shape of somebody born that day.
  const orders = Array.from({ length: 200 }, (_, i) => `44011120261118${String(i).padStart(4, '0')}`)

  it('all come through whole where they stand alone', () => {
    expect(orders.map(maskText)).toEqual(orders)
    expect(orders.map(maskIdentifier)).toEqual(orders)
  })

  it('in a text only those that pass the check of an identity number are masked', () => {
    const masked = orders.filter((order) => maskText(`单号${order}。`) !== `单号${order}。`)
    expect(masked.length).toBeGreaterThan(0)
    expect(masked.length).toBeLessThan(orders.length / 8)
  })

  it('a person born before there were such orders is masked, standing alone or not', () => {
    expect(maskText('440111199003072112')).toBe('440*************12')
    expect(maskIdentifier('440111199003072112')).toBe('440*************12')
  })

  it('a child in a text is masked', () => {
    // The check character makes it one.
    expect(maskText('学生440111201803072110转学')).toMatch(/^学生440\*{13}\d{2}转学$/)
  })
})

describe('other evasions', () => {
  it('full-width digits are digits', () => {
    expect(maskText('电话１３８１２３４５６７８')).toBe('电话138****5678')
  })

  it('a UUID is left alone, whatever its digits', () => {
    const uuid = '3f2504e0-4f89-11d3-9a0c-013812345678'
    expect(maskText(uuid)).toBe(uuid)
  })

  it('a table keyed by phone number is masked in its keys, but one keyed by door or counter is not', () => {
    expect(maskKey('13812345678')).toBe('138****5678')
    expect(maskKey('440111199003072112')).toBe('440*************12')
    for (const key of ['12号窗口', '3栋', 'gdbh']) expect(maskKey(key)).toBe(key)
  })

  it('masking twice changes nothing', () => {
    const next = stream(11)
    const parts = [
      '13812345678',
      '440111199003072112',
      '粤A·12345',
      '3栋501室',
      '020-87654321',
      '噪声',
      ' ',
      '-',
      '+86',
      '0',
    ]
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 6 }, () => parts[Math.floor(next() * parts.length)]).join('')
      const once = maskText(text)
      expect(maskText(once)).toBe(once)
    }
  })
})

describe('plates', () => {
  it.each([
    ['粤A12345', '粤A***45'],
    ['粤A·12345', '粤A·***45'],
    ['粤AD12345', '粤A***45'],
    ['皖F8K2M6停在路口', '皖F***M6停在路口'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  it('leaves words with a province character alone', () => {
    for (const text of ['云计算A区', '京东方', '新5G基站', '川流不息']) expect(maskText(text)).toBe(text)
  })
})

describe('addresses name the street, never the door', () => {
  it.each([
    ['幸福小区3栋2单元501室漏水', ['3', '2', '501']],
    ['12号楼电梯故障', ['12']],
    ['机场路1234号门前占道', ['1234']],
  ])('%s loses its numbers', (text, numbers) => {
    const masked = maskText(text)
    for (const number of numbers) expect(masked).not.toContain(number)
  })

  it('and keeps the street, the community and everything that is no door', () => {
    expect(maskText('幸福小区3栋漏水')).toMatch(/^幸福小区.*漏水$/)
    for (const text of ['三元里大道积水', '地铁3号线噪声', '第2季度', '5户居民'])
      expect(maskText(text)).toBe(text)
  })
})

describe('numbers of things are no doors', () => {
  it.each([
    '3号窗口',
    '3号综合窗口',
    '2号厅',
    '东湖路口3号枪机',
    '广花路36号杆',
    '12号泵站',
    '2号航站楼',
    '5号办公楼',
    '今年第9号台风',
    '10月1号停水',
    '停车位12号',
    '66号公路',
    '103室外机',
    '苏E20000标段',
    '１２号窗口',
  ])('%s stays as it is', (text) => {
    expect(maskText(text)).toBe(text)
  })

  it.each([
    ['测试路12号3栋401房', ['12', '3', '401']],
    ['12号楼上窗户漏水', ['12']],
    ['机场路12号路灯不亮', ['12']],
    ['3号窗口让我回5栋2单元', ['5', '2']],
    ['10月1号5栋停水', ['5栋']],
    ['36号门前的36号杆', ['36号门']],
  ])('%s still leads to no door', (text, doors) => {
    for (const door of doors) expect(maskText(text)).not.toContain(door)
  })
})
