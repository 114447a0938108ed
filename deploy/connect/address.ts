/** What an address of a sample becomes in a configuration. */
export interface Drafted {
  readonly url: string
  /** Rows of a page, where the address says so. */
  readonly size: number | null
  readonly firstPage: number | null
  readonly paged: boolean
  readonly notes: readonly string[]
}

const PAGE = /^(?:page|page_?(?:num|no|index|number)|current|curr_?page|pn)$/i
const SIZE = /^(?:size|page_?size|limit|per_?page|rows|ps)$/i
const OFFSET = /^(?:offset|start|skip)$/i
const CURSOR = /^(?:cursor|page_?token|scroll_?id|next_?cursor)$/i
const SECRET = /token|secret|password|passwd|api_?key|access_?key|app_?key|sign|auth|session/i

const fill = (name: string, value: string): string | null => {
  if (PAGE.test(name)) return '{page}'
  if (SIZE.test(name) && /^\d+$/.test(value)) return '{size}'
  if (OFFSET.test(name) && /^\d+$/.test(value)) return '{offset}'
  return CURSOR.test(name) ? '{cursor}' : null
}

/**
 * The address under which the wall will ask. One on the wall's own origin stays; one of another host becomes a path of ours, which nginx
 * leads there. What pages is filled in, and what is secret is left out.
 */
export function draftAddress(asked: URL | null, base: URL | null, own: string, next: string | null): Drafted {
  const notes: string[] = []
  if (asked === null) {
    notes.push(`? poll.url：样本来自文件，${own} 是建议的路径，在 nginx 中为它配一个 location`)
    return { url: own, size: null, firstPage: null, paged: false, notes }
  }
  const root = base?.pathname.replace(/[^/]*$/, '') ?? '/'
  const isOwn = base !== null && asked.origin === base.origin
  if (!isOwn)
    notes.push(`? poll.url：大屏只访问本站，在 nginx 中把 ${own} 转到 ${asked.host}${asked.pathname}`)
  const path = asked.pathname.startsWith(root) ? asked.pathname.slice(root.length) : asked.pathname
  const given = [...asked.searchParams]
  const secret = given.filter(([name]) => SECRET.test(name)).map(([name]) => name)
  if (secret.length > 0)
    notes.push(`? poll.url：参数 ${secret.join('、')} 像是密钥，已去掉，请在 nginx 中加上`)
  // Without a way to its next value a cursor of the sample would ask for the same page for ever.
  const kept = given.filter(([name]) => !SECRET.test(name) && (next !== null || !CURSOR.test(name)))
  const query = kept.map(
    ([name, value]) => `${encodeURIComponent(name)}=${fill(name, value) ?? encodeURIComponent(value)}`,
  )
  const url = `${isOwn ? path : own}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const number = (is: RegExp) => {
    const value = kept.find(([name]) => is.test(name))?.[1]
    return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : null
  }
  return {
    url,
    size: number(SIZE),
    firstPage: number(PAGE) === 0 ? 0 : null,
    paged: /\{(?:page|offset|cursor)\}/.test(url),
    notes,
  }
}
