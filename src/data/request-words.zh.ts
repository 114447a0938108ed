/** What is wrong with the addresses of a source of several requests. */
export const words = {
  fields: '有 requests 时须有 fields',
  ofRecords: '有 records 时须写在 records.requests',
  map: '有 requests 时须有 map',
  pages: '分页的须另写一个 request，poll 只读一份',
  document: '只有文档可有 requests',
  since: '有 requests 时须整份读取，地址中不得有 {since}',
  whole: '须是整份读取，地址中不得有 {since}；记录须是全市的，不得有 {region}',
  region: '{region} 须与 poll 的地址同有或同无：否则镇街与全市的数会混在一份里',
  city: 'poll 的地址有 {city} 时，这里也须有',
  next: '地址中有 {cursor} 时须写明 next',
}
export type Words = typeof words
