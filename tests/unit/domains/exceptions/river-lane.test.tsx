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

/** What the lane says of a day of 1000 u. */
const said = (lane: Lane) =>
  renderToStaticMarkup(
    <RiverLane
      lane={lane}
      top={0}
      rows={{ open: 0, all: 1 }}
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
