import { clockText, hourOfDay, isoDate, monthDay } from '../lib/calendar'
import { durationText } from '../lib/format'
import type { Glyph } from '../ui/StateGlyph'
import { hasAddress, type CameraShown } from './camera'
import type { Seen } from './tile'
import { words } from './words'

/** What a tile says of its picture: in a word and a shape, and larger where there is none that anybody should look at. */
export interface Said {
  readonly glyph: Glyph
  /** Of the picture: 直播, 演示画面, 画面停滞 6 秒. */
  readonly state: string
  /** It is not what is there now: amber. */
  readonly late: boolean
  /** It stands for nothing any more: dark, and said in the middle. */
  readonly dark: readonly string[] | null
  /** Of the moment it shows. */
  readonly time: string | null
  /** A loop drawn by day, shown by night. */
  readonly night?: boolean
}

const spanOf = (seconds: number) => (seconds < 60 ? words.seconds(seconds) : durationText(seconds * 1000))

const stamp = (at: number, now: number) =>
  isoDate(at) === isoDate(now) ? clockText(at) : `${monthDay(at)} ${clockText(at)}`

/** @param now epoch ms of the shown clock */
export function sayOf(camera: CameraShown, seen: Seen, now: number): Said {
  const { state, way, age } = seen
  const { offline, since, sources, notes = [], toldAt = now } = camera
  const nothing = { late: false, time: null }
  if (camera.withheld)
    return { ...nothing, glyph: 'not-connected', state: words.withheld, dark: [words.withheld] }
  if (!hasAddress(camera))
    return { ...nothing, glyph: 'not-connected', state: words.none, dark: [words.none, words.why.none] }
  if (state === 'unsupported' || state === 'forbidden')
    return {
      ...nothing,
      glyph: 'failed',
      state: words.state[state],
      dark: [
        words.state[state],
        seen.why ?? words.why[state],
        // What was drawn last stays behind these words.
        ...(seen.drawn && age !== null ? [words.lastFrameAge(spanOf(age))] : []),
      ],
    }
  // What the register says of a loop: nothing else can be known of it.
  if (offline && sources[0]?.way === 'mp4') {
    const span = since === null ? words.state.offline : words.offlineFor(durationText(toldAt - since))
    return {
      ...nothing,
      glyph: 'stale',
      state: words.state.offline,
      dark: [span, ...(since === null ? [] : [words.lastFrame(stamp(since, now))]), ...notes],
    }
  }
  if (state === 'connecting')
    return { ...nothing, glyph: 'loading', state: words.state.connecting, dark: null }
  if (state === 'offline')
    return {
      ...nothing,
      glyph: 'stale',
      state: words.state.offline,
      // That it is offline is said above it: where there is room for one line, that is why.
      dark: [whyNot(seen) ?? words.state.offline, ...(age === null ? [] : [words.lastFrameAge(spanOf(age))])],
    }
  if (state === 'frozen')
    return {
      glyph: 'late',
      state: seen.proving || age === null ? words.proving : `${words.state.frozen} ${spanOf(age)}`,
      late: true,
      dark: null,
      time: null,
    }
  const time = timeOf(seen, now)
  if (seen.undecoded)
    return { ...nothing, glyph: 'snapshot', state: words.undecoded, late: true, dark: null, time }
  return {
    glyph: way === 'mp4' ? 'demo' : way === 'still' ? 'snapshot' : 'live',
    state: way === 'mp4' || way === 'still' ? words.live[way] : words.live.stream,
    late: false,
    dark: null,
    time,
    night: way === 'mp4' && isNight(now),
  }
}

/** Why nothing comes, as whoever was asked puts it, or by how the last attempt ended. */
const whyNot = ({ why, refused }: Seen): string | null => why ?? (refused && words.why[WHY[refused]])

const WHY = {
  network: 'network',
  gone: 'gone',
  ended: 'ended',
  auth: 'forbidden',
  codec: 'unsupported',
} as const

/** A loop shows whatever moment is shown, a still picture the one of its last reading; a stream is behind by so much. */
function timeOf({ way, age, behind }: Seen, now: number): string | null {
  if (way === 'mp4') return clockText(now)
  if (way === 'still') return clockText(now - 1000 * (age ?? 0))
  return behind === null ? null : words.behind(behind)
}

/** The clips of the demo were drawn by day; a street that is bright at three in the morning is no street. */
const isNight = (now: number) => hourOfDay(now) < DAWN || hourOfDay(now) >= DUSK
const [DAWN, DUSK] = [6, 19]
