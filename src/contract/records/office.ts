import type { PlaceValue } from './read-row'

/** By digit 7 of the code of a town, GB/T 10114: 0 are 街道, 1 镇, 2 and 3 乡; above are parks and farms, which have no government of this kind. */
const OFFICES = ['街道办', '镇政府', '乡政府', '乡政府']
const KINDS = ['街道', '镇', '乡']

/**
 * Who answers for a place: 人和镇政府, 石井街道办, 白梅乡政府. Its kind is in its code of 9 or 12 digits, or in the end of its name; a
 * place of neither kind stands for itself.
 */
export function officeOf({ code, name }: PlaceValue): string {
  const [, bare = '', kind = ''] = /^(.+?)(街道|镇|乡)?$/.exec(name) ?? []
  const digit = /^\d{6}(\d)\d\d/.exec(code)?.[1]
  const office = digit === undefined ? OFFICES[KINDS.indexOf(kind)] : OFFICES[Number(digit)]
  if (!office) return name
  // 东街 is short for 东街道.
  return kind === '' ? (bare + office).replace('街街道', '街道') : bare + office
}
