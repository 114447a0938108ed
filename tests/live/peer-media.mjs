// What MediaMTX, go2rtc and SRS answer to whoever wants to see a camera, as it was recorded, and the still that WVP keeps; all stand behind one
// port here.
import { readFileSync } from 'node:fs'

const { about: _, ...servers } = JSON.parse(
  readFileSync(new URL('../../docs/pictures/whep-exchanges.json', import.meta.url), 'utf8'),
)
const all = Object.values(servers)

/** As WVP's own address has it: a JPEG under the type of a PNG, and nothing of a channel that was never called up. */
const SNAP = /^\/api\/device\/query\/snap\/\d{20}\/\d{19}(\d)$/
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

/** Answers one of these questions; false for any other. */
export function mediaOf(request, response, { pathname, search }) {
  const answer = (status, headers = {}, body = '') => {
    response.writeHead(status, headers).end(body)
    return true
  }
  const [, last] = SNAP.exec(pathname) ?? []
  if (last !== undefined && search === '' && request.headers['api-key'] === 'only-here')
    return last === '9' ? answer(204) : answer(200, { 'content-type': 'image/png' }, JPEG)
  const asked = `${request.method} ${pathname}${search}`
  const offered = all.find(({ ask }) => ask === asked)
  if (offered) {
    // What is no offer is refused, as MediaMTX does.
    const isOffer = request.headers['content-type'] === 'application/sdp'
    return isOffer ? answer(offered.status, offered.headers, 'v=0\r\n') : answer(400)
  }
  if (all.some(({ end }) => end === asked)) return answer(200)
  const isList = all.some(({ list }) => list === asked)
  return isList && answer(200, { 'content-type': 'application/vnd.apple.mpegurl' }, '#EXTM3U\n')
}
