// What WVP-GB28181-pro answers to whoever wants to see a channel, as it was recorded; its stream is the camera of the test.
import { readFileSync } from 'node:fs'

const PTZ = /^\/api\/front-end\/(?:ptz|preset\/call)\/(\d{20})\/(\d{20})$/
const PLAY = /^\/api\/play\/start\/(\d{20})\/(\d{20})$/
const recorded = (name) =>
  JSON.parse(readFileSync(new URL(`../../docs/pictures/${name}.json`, import.meta.url), 'utf8'))

/** How often each channel was called up. */
export const calls = {}

/** What cameras were told, in order. */
export const told = []

/** The answer to whoever turns a camera, as it was recorded. */
function steerOf(request, { pathname, searchParams }) {
  const [, device, channel] = PTZ.exec(pathname) ?? []
  if (device === undefined) return undefined
  if (request.method !== 'GET' || request.headers['api-key'] !== 'only-here')
    return { body: recorded('wvp-expired') }
  if (channel.endsWith('9')) return { body: recorded('wvp-ptz-away') }
  told.push(`${channel} ${searchParams.get('command') ?? searchParams.get('presetId')}`)
  return { body: recorded('wvp-ptz') }
}

/** The answer as `{ body }`; undefined for any other address. */
export function playOf(request, url) {
  const { pathname } = url
  const steered = steerOf(request, url)
  if (steered) return steered
  const [, , channel] = PLAY.exec(pathname) ?? []
  if (channel === undefined) return undefined
  calls[channel] = (calls[channel] ?? 0) + 1
  if (request.headers['api-key'] !== 'only-here') return { body: recorded('wvp-expired') }
  if (channel.endsWith('9')) return { body: recorded('wvp-timeout') }
  const answer = recorded('wvp-play')
  return { body: { ...answer, data: { ...answer.data, app: 'live', stream: 'cam' } } }
}
