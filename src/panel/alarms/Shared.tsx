import { useEffect, useMemo } from 'react'
import { noteOf, noticesOf } from '../../contract/notices'
import { actBy } from '../../data/act'
import { pageTimers } from '../../data/transport/timers'
import { browserStore } from '../../lib/kept'
import { newKey } from '../../lib/new-key'
import { useScreen } from '../screen-context'
import { useAnswer } from '../use-answer'
import { noticeOf } from './heard'
import { createOutbox } from './outbox'
import { roomOf, type Line } from './store'

/** The newest are enough: nothing stays aside for longer than a day. */
const ASK = { region: null, parts: { sort: '-at', limit: '500' } }

type Told = Parameters<Line['tell']>[0]

const iso = (at: number) => new Date(at).toISOString()

/** Draws nothing: lets the room hear what other seats have done, and tells them what was done here. */
export function Shared({ of }: { readonly of: string }) {
  const { city, config, clock, feed } = useScreen()
  const room = useMemo(() => roomOf(city.id, config.mode), [city, config])
  const { answer, fault } = useAnswer(noticesOf(of), ASK)
  useEffect(() => {
    if (answer) room.getState().hear(answer.rows.map(noticeOf), clock.now())
  }, [room, answer, clock])
  const deaf = fault?.message ?? null
  useEffect(() => {
    const { line } = room.getState()
    if (line && line.deaf !== deaf) room.setState({ line: { ...line, deaf } })
  }, [room, deaf])
  const note = useMemo(() => noteOf(of), [of])
  useEffect(() => {
    if (!config.sources[note.id]) return
    const outbox = createOutbox({
      store: browserStore(),
      name: `guancheng.unsent.${city.id}.${config.mode}`,
      post: ({ key, exception, ...body }) =>
        actBy(feed, note, { region: null, parts: { id: exception } }, body, key),
      changed: (state) => room.setState(({ line }) => ({ line: { deaf: null, ...line, ...state, tell } })),
      timers: pageTimers,
    })
    const tell = ({ at, until, ...rest }: Told) =>
      outbox.put({ ...rest, key: newKey(), at: iso(at), until: until === null ? null : iso(until) })
    outbox.open()
    return () => {
      outbox.stop()
      room.setState({ line: null })
    }
  }, [room, config, city, feed, note])
  return null
}
