import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CounterDots } from '../../../../src/domains/service-hall/views/CounterDots'
import { TerminalField } from '../../../../src/domains/service-hall/views/TerminalField'

it('a hall whose source lists no counters has a picture without any, and no length that is no number', () => {
  const drawn = renderToStaticMarkup(<CounterDots rows={[]} width={240} lines={2} />)
  expect(drawn).toContain('viewBox="0 0 22 22"')
  expect(drawn).not.toContain('<rect')
})

it('terminals are drawn one by one while they can be told apart; a flood of them is left to the words', () => {
  const field = (total: number) =>
    renderToStaticMarkup(
      <TerminalField terminals={{ total, online: total - 8, unit: '台' }} towns={[]} width={390} tall={60} />,
    )
  expect(field(320).match(/<rect/g)).toHaveLength(320)
  expect(field(9e15)).toBe('')
})
