import { describe, expect, it } from 'vitest'
import { inLocale } from '../../../src/lib/locale'

describe('the table of the shown language', () => {
  const zh = { close: '关闭' }

  it('is the Chinese one, whatever stands beside it and whatever it is called', () => {
    expect(inLocale({ './words.en.ts': { close: 'Close' }, './words.zh.ts': zh })).toBe(zh)
    expect(inLocale({ './geo-words.zh.ts': zh })).toBe(zh)
    expect(inLocale({ './name.en.ts': 'hotline', './name.zh.ts': '热线' })).toBe('热线')
  })

  it('is missed at once where there is none', () => {
    expect(() => inLocale({ './words.en.ts': zh })).toThrow('no table in Chinese')
  })
})
