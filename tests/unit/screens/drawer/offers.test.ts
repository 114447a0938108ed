import { expect, it } from 'vitest'
import type { RecordRow, RowValue } from '../../../../src/contract/records/record-rows'
import { sourceConfig, type SourceConfig } from '../../../../src/config/source'
import { withoutPeople } from '../../../../src/data/shape/mask-personal'
import { actionsOf } from '../../../../src/domains/registry-actions'
import type { Matter } from '../../../../src/panel/action'
import { bodyOf } from '../../../../src/screens/drawer/deeds/body'
import { offersFor, wrongIn } from '../../../../src/screens/drawer/deeds/offers'
import { screenAt } from '../../panel/screen'

const order = (fields: Readonly<Record<string, RowValue>> = {}): RecordRow => ({
  kind: 'work-order',
  key: 'GD/7',
  fields: { waits: true, stage: 'process', ...fields },
})
const overdue = {
  id: 'hotline-overdue-7',
  metric: 'hotline_overdue_open',
  subject: 'GD/7',
  evidence: { rule: 'hotline-overdue' },
}

const act = (url = 'api/{city}/{dataset}/{region}/{id}') => sourceConfig.parse({ act: { url } })
const call = (link: string) => sourceConfig.parse({ link })

function offered(matter: Matter, sources: Readonly<Record<string, SourceConfig>>, city = 'baiyun') {
  const screen = screenAt(0)
  const known = { ...screen, config: { ...screen.config, sources }, city: { ...screen.city, id: city } }
  return offersFor('hotline', matter, 'GD/7', known).map(({ action, href }) => href ?? action.id)
}

it('only what the site has configured is offered, where it fits', () => {
  const sources = { 'hotline.supervise': act(), 'hotline.dispatch': act() }
  expect(offered({ row: order() }, {})).toEqual([])
  expect(offered({ row: order() }, sources)).toEqual(['hotline.supervise'])
  expect(offered({ row: order({ stage: 'dispatch' }) }, sources)).toEqual([
    'hotline.dispatch',
    'hotline.supervise',
  ])
  expect(offered({ row: order({ waits: false }) }, sources)).toEqual([])
  expect(offered({ exception: overdue }, sources)).toEqual(['hotline.supervise'])
  expect(offered({ exception: { ...overdue, metric: 'hotline_repeat_rate' } }, sources)).toEqual([])
})

it('a call is a link with the id in it; an id leads nowhere else', () => {
  const at = (link: string) => offered({ exception: overdue }, { 'hotline.call': call(link) })
  expect(at('https://meet.example/{city}/{id}')).toEqual(['https://meet.example/baiyun/GD%2F7'])
  expect(at('tel:12345')).toEqual(['tel:12345'])
  expect(at('sip:{region}@pbx.example')).toEqual(['sip:440111@pbx.example'])
})

it('an address without the name of the city is not offered in another one', () => {
  const sources = { 'hotline.supervise': act('api/orders/{id}'), 'hotline.call': call('tel:12345') }
  expect(offered({ exception: overdue }, sources)).toEqual(['hotline.supervise', 'tel:12345'])
  expect(offered({ exception: overdue }, sources, 'heyuan')).toEqual([])
})

it('the owner of anything that needs a person can be told, in whatever domain, and is named', () => {
  const sources = { 'exceptions.notify': act() }
  expect(offered({ exception: overdue }, sources)).toEqual(['exceptions.notify'])
  expect(offered({ exception: { ...overdue, metric: 'anything' } }, sources)).toEqual(['exceptions.notify'])
  expect(offered({ row: order() }, sources)).toEqual([])
  const [notify] = actionsOf('video').filter(({ id }) => id === 'exceptions.notify')
  if (!notify) throw new Error('video knows no notice')
  expect(bodyOf(notify, { exception: { ...overdue, owner: '区水务局' } }, '请处置')).toEqual({
    owner: '区水务局',
    record: 'GD/7',
    exception: 'hotline-overdue-7',
    rule: 'hotline-overdue',
    reason: '请处置',
  })
})

it('visitors are offered nothing', () => {
  const screen = screenAt(0)
  const config = { ...screen.config, audience: 'tour' as const, sources: { 'hotline.supervise': act() } }
  expect(offersFor('hotline', { exception: overdue }, 'GD/7', { ...screen, config })).toEqual([])
})

it('one whose configuration is wrong is named with what is wrong', () => {
  const why = 'sources.hotline.call.link：只允许 https、tel、sip 链接'
  const told = wrongIn('hotline', { exception: overdue }, { 'hotline.call': why })
  expect(told).toMatchObject([{ action: { label: '连线' }, why }])
})

it('a body says what is known of the matter, and null of the rest', () => {
  const supervise = actionsOf('hotline').find(({ id }) => id === 'hotline.supervise')
  if (!supervise) throw new Error('no 督办')
  expect(bodyOf(supervise, { row: order(), exception: undefined }, null)).toEqual({
    kind: 'work-order',
    record: 'GD/7',
    exception: null,
    rule: null,
    reason: null,
  })
  expect(bodyOf(supervise, { exception: overdue }, '请今日回复')).toEqual({
    kind: null,
    record: 'GD/7',
    exception: 'hotline-overdue-7',
    rule: 'hotline-overdue',
    reason: '请今日回复',
  })
})

it.each([
  ['请今日回复，三日内办结', true],
  ['请联系 13812345678', false],
  ['诉求人：张三丰已来电', false],
  ['李小明先生催办', false],
])('a reason names nobody: %s', (text, passes) => {
  expect(withoutPeople(text) === text).toBe(passes)
})
