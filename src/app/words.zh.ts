/** What stands in place of a screen that cannot start, and why. */
export const words = {
  page: {
    more: (problems: number) => `另有 ${problems} 处`,
    again: '每 10 秒自动重试',
    exits: '出口',
  },
  exit: {
    again: '再试一次',
    plain: '改用 config.json',
  },
  /** In place of the name of a field. */
  program: '程序',
  /** What stands in the place of a file that cannot be used. */
  instead: '现用',
  plainCalendar: '周一至周五为工作日，元旦、劳动节、国庆节除外，不计调休',
  notStarted: '启动失败',
  thread: '数据线程无法启动',
  link: '网址中有无法识别的参数',
  noCity: (city: string) => `本站没有城市「${city}」`,
  noScene: (scene: string) => `本站没有场景「${scene}」`,
  file: {
    unread: (path: string) => `无法读取 ${path}`,
    unjudged: (path: string) => `无法核对 ${path}`,
    wrong: (path: string) => `${path} 有误`,
    scene: (id: string) => `场景「${id}」有误`,
    first: (title: string, field: string, message: string) => `${title}：${field} ${message}`,
    otherId: (id: string, written: string) => `应为 ${id}，写的是 ${written}`,
  },
}
export type Words = typeof words
