import { describe, expect, it } from 'vitest'
import { maskName, maskText } from '../../../src/data/mask'

describe('names', () => {
  it.each([
    ['张三', '张**'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳**'],
    ['司马相如', '司马**'],
    ['𠮷野家', '𠮷**'],
    ['李', '李**'],
    ['', ''],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

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
  ])('leaves %s alone', (_, text) => {
    expect(maskText(`编号 ${text} 办理`)).toBe(`编号 ${text} 办理`)
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
