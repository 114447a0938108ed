/** What goes wrong on the line. */
export const words = {
  hung: (id: string, seconds: number) => `sources.${id} ${seconds} 秒未结束`,
  redirected: '转到了其他页面（登录页？）',
  silent: (seconds: number) => `${seconds} 秒未返回`,
  page: (type: string) => `${type}（登录页或首页？）`,
  noType: '未声明类型',
  tooLarge: (bytes: number) => `已超过 ${bytes} 字节`,
}
export type Words = typeof words
