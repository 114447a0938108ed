import { beforeEach, expect, it } from 'vitest'
import { fetched } from '../../../src/data/push/fetched'
import type { LinkEvents, OpenLink } from '../../../src/data/push/link'

const target = { url: 'api/stream', topics: ['hotline'], seed: 'wall' }
const nothing = () => undefined
const events: LinkEvents = {
  onState: nothing,
  onHint: nothing,
  onGap: nothing,
  onHeartbeat: nothing,
  onMalformed: nothing,
}

let links: string[]
let arrive: (open: OpenLink) => void
let link: OpenLink
beforeEach(() => {
  links = []
  link = fetched(() => new Promise((resolve) => (arrive = resolve)))
})

const open: OpenLink = ({ url }) => {
  links.push(`open ${url}`)
  return () => links.push(`close ${url}`)
}

/** Everything that has been promised so far has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('is opened when its code is here, and closed as any other', async () => {
  const close = link(target, events)
  await settled()
  expect(links).toEqual([])
  arrive(open)
  await settled()
  expect(links).toEqual(['open api/stream'])
  close()
  expect(links).toEqual(['open api/stream', 'close api/stream'])
})

it('is never opened when it was closed before its code came', async () => {
  const close = link(target, events)
  await settled()
  close()
  arrive(open)
  await settled()
  expect(links).toEqual([])
})
