/** What a tile says of its picture. */
export const words = {
  /** How a picture comes that is as it should be. */
  live: { mp4: '演示画面', still: '定时截图', stream: '直播' },
  state: {
    connecting: '连接中',
    frozen: '画面停滞',
    offline: '离线',
    unsupported: '无法解码',
    forbidden: '无权查看',
  },
  /** A still stands for a stream of a codec that the browser has not. */
  undecoded: '无法解码，截图',
  proving: '恢复中',
  none: '无取流地址',
  withheld: '不对访客开放',
  /** Why, where it can be said in a line. */
  why: {
    unsupported: '浏览器不支持该编码',
    forbidden: '取流地址拒绝访问',
    none: '通道记录未给出取流地址',
    network: '媒体服务未应答',
    gone: '取流地址不存在或已失效',
    ended: '视频流已结束',
  },
  seconds: (count: number) => `${count} 秒`,
  behind: (count: number) => `延时 ${count} 秒`,
  offlineFor: (span: string) => `离线 ${span}`,
  lastFrame: (at: string) => `末帧 ${at}`,
  lastFrameAge: (age: string) => `末帧距今 ${age}`,
  open: (name: string) => `${name}，查看通道`,
  number: (id: string) => `编号 ${id}`,
  whole: '全屏',
  leave: '退出全屏',
  previous: '上一路',
  next: '下一路',
  steer: { left: '左转', right: '右转', up: '上仰', down: '下俯', in: '拉近', out: '拉远' },
  place: (number: string) => `预置位 ${number}`,
  /** Of what a camera is told: on its way, and taken by whoever passes it on. */
  sending: (what: string) => `${what}…`,
  sent: (what: string) => `${what} 已下发`,
  refused: (why: string) => `未执行：${why}`,
}
export type Words = typeof words
