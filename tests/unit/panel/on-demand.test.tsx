import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { onDemand } from '../../../src/panel/on-demand'

const Sheet = ({ title }: { title: string }) => <p>{title}</p>
const sheet = () => onDemand(() => Promise.resolve(Sheet))
/** Everything that has been promised so far has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('a part that was prepared is drawn in the step it is asked for the first time', async () => {
  const { Part, prepare } = sheet()
  prepare()
  await settled()
  expect(renderToStaticMarkup(<Part title="口径" />)).toBe('<p>口径</p>')
})

it('a part that is not here yet draws nothing', () => {
  const { Part } = sheet()
  expect(renderToStaticMarkup(<Part title="口径" />)).not.toContain('口径')
})
