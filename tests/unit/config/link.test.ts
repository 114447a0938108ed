import { describe, expect, it } from 'vitest'
import { withCity, withParts } from '../../../src/config/link'

describe('a changed link', () => {
  it('keeps every other part, ours and foreign', () => {
    const search = '?profile=live&kiosk_id=7&scene=video&at=10:42'
    expect(withParts(search, { scene: 'hotline' })).toBe('?profile=live&kiosk_id=7&scene=hotline&at=10%3A42')
  })

  it('has one value where there were two', () => {
    expect(withParts('?scene=a&profile=live&scene=b', { scene: 'c' })).toBe('?scene=c&profile=live')
    expect(withParts('?scene=a&profile=live&scene=b', { scene: null })).toBe('?profile=live')
  })

  it('is empty, without a question mark, when nothing is left to say', () => {
    expect(withParts('?region=440111103', { region: null })).toBe('')
  })

  it('leaves the towns of one city behind when it goes to another', () => {
    expect(withCity('?city=baiyun&region=440111103&profile=live', 'heyuan')).toBe('?city=heyuan&profile=live')
  })
})
