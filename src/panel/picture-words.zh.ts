/** Why nobody says where the pictures of a camera are. */
export const words = {
  unknown: (name: string) => `没有名为 ${name} 的取流方式`,
  parts: (name: string, form: string) => `${name} 的取流标识须为 ${form}`,
  noSource: '没有可用的数据源',
  nothing: (name: string) => `${name} 没有给出取流地址`,
}
export type Words = typeof words
