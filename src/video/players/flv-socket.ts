import type Mpegts from 'mpegts.js'

type Loader = Mpegts.BaseLoader
const [IDLE, CONNECTING, BUFFERING, ERROR, COMPLETE] = [0, 1, 2, 3, 4]

/** A stream over a WebSocket. The library's own loader throws into the page when it is given up while it is still connecting. */
export class FlvSocket implements Loader {
  readonly type = 'websocket-loader'
  readonly needStashBuffer = true
  readonly _needStash = true
  _status: number = IDLE
  onContentLengthKnown: Loader['onContentLengthKnown'] = () => undefined
  onURLRedirect: Loader['onURLRedirect'] = () => undefined
  onDataArrival: Loader['onDataArrival'] = () => undefined
  onError: (kind: unknown, about: { readonly code: number; readonly msg: string }) => void = () => undefined
  onComplete: Loader['onComplete'] = () => undefined
  private socket: WebSocket | null = null
  private received = 0

  get status(): number {
    return this._status
  }

  isWorking(): boolean {
    return this._status === CONNECTING || this._status === BUFFERING
  }

  open({ url }: { readonly url: string }): void {
    const socket = new WebSocket(url)
    // What a socket still tells that was given up concerns nobody.
    const told = (heard: () => void) => () => void (this.socket === socket && heard())
    this.socket = socket
    this._status = CONNECTING
    socket.binaryType = 'arraybuffer'
    socket.onopen = told(() => (this._status = BUFFERING))
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.socket !== socket || !(data instanceof ArrayBuffer)) return
      const from = this.received
      this.received += data.byteLength
      this.onDataArrival(data, from, this.received)
    }
    socket.onerror = told(() => {
      this._status = ERROR
      this.onError('Exception', { code: -1, msg: '' })
    })
    socket.onclose = told(() => {
      if (this._status === ERROR) return
      this._status = COMPLETE
      this.onComplete(0, this.received - 1)
    })
  }

  abort(): void {
    const { socket } = this
    this.socket = null
    this._status = COMPLETE
    socket?.close()
  }

  destroy(): void {
    this.abort()
    this._status = IDLE
  }
}
