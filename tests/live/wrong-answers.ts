import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LiveDocument } from './live-documents'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What a well server answers. */
  readonly body: string
}

/** Answers in place of the server. */
export type Fault = (exchange: Exchange) => void

const JSON_TYPE = { 'content-type': 'application/json' }

const answer =
  (change: (body: string) => string, headers = JSON_TYPE, status = 200): Fault =>
  ({ response, body }) =>
    response.writeHead(status, headers).end(change(body))

/** The socket is open, the request was taken, and nothing ever comes. */
export const silence: Fault = () => {}

/** A byte now and then, as over a dying line: never an end, never an error. */
export const trickle: Fault = ({ response, body }) => {
  response.writeHead(200, JSON_TYPE)
  let sent = 0
  const timer = setInterval(() => response.write(body.charAt(sent++)), 50)
  response.on('close', () => clearInterval(timer))
}

export const status = (code: number): Fault => answer(() => '{}', JSON_TYPE, code)

/** HTTP 200, and the answer says no. */
export const refusal = (code: number, msg: string): Fault =>
  answer(() => JSON.stringify({ code, msg, data: null }))

/** The answer in the envelope that so many systems put around it. */
export const wrapped: Fault = answer((body) => `{"code":200,"msg":"ok","data":${body}}`)

/** What a lost session or a careless fallback looks like. */
export const loginPage: Fault = answer(() => '<!doctype html><title>统一登录</title><form></form>', {
  'content-type': 'text/html; charset=utf-8',
})

/** Half a document under a clean end: the server itself broke off. */
export const truncated: Fault = answer((body) => body.slice(0, body.length / 2))

/** Half a document, and then the line is cut. */
export const cutOff: Fault = ({ response, body }) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}

/** The document, `times` its size: valid, and far too much. */
export const swollen = (times: number): Fault =>
  answer((body) => body + ' '.repeat(body.length * (times - 1)))

/** A well-formed answer that is not what it should be. */
export const altered = (change: (document: LiveDocument) => void): Fault =>
  answer((body) => {
    const document = JSON.parse(body) as LiveDocument
    change(document)
    return JSON.stringify(document)
  })

/** Takes requests and keeps their answers, made when they came, until the test lets them go. */
export function late(): { fault: Fault; release: () => void; waiting: () => number } {
  const kept: Exchange[] = []
  return {
    fault: (exchange) => void kept.push(exchange),
    waiting: () => kept.length,
    release: () => {
      for (const { response, body } of kept.splice(0)) response.writeHead(200, JSON_TYPE).end(body)
    },
  }
}
