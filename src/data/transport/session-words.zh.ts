/** What goes wrong with a session. */
export const words = {
  leaving: '会话已失效，正在转到登录页',
  ended: '会话已失效，保留现有数据并继续重试',
  alsoNot: (refusal: string, reason: string) => `${refusal}（${reason}）`,
  silent: (seconds: number) => `会话续期 ${seconds} 秒未返回`,
  failed: (reason: string) => `会话续期：${reason}`,
  refused: (status: number) => `会话续期 HTTP ${status}`,
}
export type Words = typeof words
