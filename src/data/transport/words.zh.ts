/** What goes wrong on the line. */
export const words = {
  hung: (id: string, seconds: number) => `sources.${id} ${seconds} 秒未结束`,
  redirected: '转到了其他页面（登录页？）',
  silent: (seconds: number) => `${seconds} 秒未返回`,
  page: (type: string) => `${type}（登录页或首页？）`,
  noType: '未声明类型',
  tooLarge: (bytes: number) => `已超过 ${bytes} 字节`,
  session: {
    leaving: '会话已失效，正在转到登录页',
    ended: '会话已失效，保留现有数据并继续重试',
    alsoNot: (refusal: string, reason: string) => `${refusal}（${reason}）`,
    silent: (seconds: number) => `会话续期 ${seconds} 秒未返回`,
    failed: (reason: string) => `会话续期：${reason}`,
    refused: (status: number) => `会话续期 HTTP ${status}`,
  },
}
export type Words = typeof words
