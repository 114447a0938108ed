/** What is wrong with the addresses of a source of several requests. */
export const words = {
  fields: '有 requests 时须有 fields',
  since: '有 requests 时须整份读取，地址中不得有 {since}',
  whole: '并入的行须是全市的整份，地址中不得有 {region} 或 {since}',
  city: 'poll 的地址有 {city} 时，这里也须有',
  next: '地址中有 {cursor} 时须写明 next',
}
export type Words = typeof words
