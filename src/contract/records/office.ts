import type { PlaceValue } from './read-row'

/** Digits 7 to 9 of a code of a town, by GB/T 10114: 001–099 are 街道, 100–199 镇, 200–399 乡; above are parks and farms, which have no government of this kind. */
const TOWN = /^\d{6}([0-3])\d\d/

const KINDS = [
  { ends: /(?<=.)街道$/, office: '街道办' },
  { ends: /(?<=.)镇$/, office: '镇政府' },
  { ends: /(?<=.)乡$/, office: '乡政府' },
] as const

/**
 * Who answers for a place: 人和镇政府, 石井街道办, 白梅乡政府. Its kind is in its code of 9 or 12 digits, or in the end of its name; a
 * place of neither kind stands for itself.
 */
export function officeOf({ code, name }: PlaceValue): string {
  const digit = Number(TOWN.exec(code)?.[1] ?? NaN)
  const coded = KINDS[Math.min(digit, 2)]
  const kind = coded ?? KINDS.find(({ ends }) => ends.test(name))
  if (!kind || name === '') return name
  const bare = KINDS.reduce((left, { ends }) => left.replace(ends, ''), name)
  // 东街 is short for 东街道.
  return kind.office === '街道办' && bare.endsWith('街') ? `${bare}道办` : bare + kind.office
}
