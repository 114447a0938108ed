import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { cityConfig } from '../../../../src/config/city'
import { Tiles } from '../../../../src/screens/drawer/Tiles'

const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const city = { id: 'x', name: '某市', short: '某', tier: '市', code: '440111', map: 'maps/x.json' }

it('says the duty line of an office beside what it is responsible for, where the city gives one', () => {
  const { contacts } = cityConfig.parse({ ...city, contacts: { 区水务局: '总值班室 0000' } })
  const tiles = (owner: string) =>
    text(renderToStaticMarkup(<Tiles span={null} owner={owner} action="督办" contact={contacts?.[owner]} />))
  expect(tiles('区水务局')).toContain('下一步 督办 值班电话 总值班室 0000')
  expect(tiles('区交通局')).not.toContain('值班电话')
})

it('refuses a duty line that is no line', () => {
  const wrong = cityConfig.safeParse({ ...city, contacts: { 区水务局: 'x'.repeat(25) } })
  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['contacts.区水务局'])
})
