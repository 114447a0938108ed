import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
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

it('a part whose first download failed is asked for again until it is here', async () => {
  vi.useFakeTimers()
  const load = vi.fn(() => Promise.resolve(Sheet)).mockRejectedValueOnce(new Error('the network is gone'))
  const { Part, prepare } = onDemand(load)
  prepare()
  await vi.advanceTimersByTimeAsync(1000)
  expect(renderToStaticMarkup(<Part title="口径" />)).not.toContain('口径')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(load).toHaveBeenCalledTimes(2)
  expect(renderToStaticMarkup(<Part title="口径" />)).toBe('<p>口径</p>')
  vi.useRealTimers()
})

/** What a picture waits for besides its first view: parts that nobody asked for by a press. */
it.each(['src/screens/wall/Stage.tsx'])('%s takes what lays it out through that, never bare', (path) => {
  const text = readFileSync(path, 'utf8')
  const fetched = text.match(/\bimport\(/g) ?? []
  expect(fetched.length).toBeGreaterThan(0)
  expect(text.match(/onDemand\(\s*\(\) => import\(/g)).toHaveLength(fetched.length)
})
