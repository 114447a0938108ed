import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Lane } from '../../../../src/domains/exceptions/views/river'
import { RiverLane } from '../../../../src/domains/exceptions/views/RiverLane'
import { HOUR } from '../../../../src/lib/calendar'

const idle: Lane = {
  id: 'video',
  name: '视频',
  unseen: false,
  open: [],
  dues: [],
  coming: [],
  arrived: null,
  patrol: null,
}

/** What the lane says of a day of 1000 u, with one row for what is open. */
const said = (lane: Lane, open = 0) =>
  renderToStaticMarkup(
    <RiverLane
      lane={lane}
      top={0}
      rows={{ open, all: 1 }}
      onOpen={() => undefined}
      row={30}
      x={(ms) => (ms / (24 * HOUR)) * 1000}
      now={20 * HOUR}
      from={0}
      until={24 * HOUR}
    />,
  )

it('a lane with nothing in it says so, unless the bar of its patrol would strike the words out', () => {
  expect(said(idle)).toContain('无未结事项')
  expect(said({ ...idle, patrol: [8 * HOUR, 22 * HOUR] })).toContain('无未结事项')
  expect(said({ ...idle, patrol: [HOUR, 22 * HOUR] })).not.toContain('无未结事项')
})

it('a mark leads to its reason, and what has no row of its own to all of the domain', () => {
  const item = (no: number): Lane['open'][number] => ({
    id: `video:${no}`,
    no,
    severity: 'major',
    domain: 'video',
    metric: 'video_offline',
    subject: `河 ${no}`,
    what: `第 ${no} 条河离线`,
    owner: '水务局',
    since: '1970-01-01T08:00:00+08:00',
    due: '1970-01-02T08:00:00+08:00',
    action: '派修',
  })
  const html = said({ ...idle, name: '视频', open: [item(1), item(2), item(3)] }, 1)
  const buttons = [...html.matchAll(/<g role="button" tabindex="0"[^>]*aria-label="([^"]*)"/g)]
  expect(buttons.map(([, label]) => label)).toEqual([
    '视频需要处置 3 件，全部列出',
    '第 1 条河离线：为什么在此',
  ])
})
