/** What the 20 digits of a GB/T 28181 number say (annex D, rule A). */
export interface GbId {
  /** GB/T 2260, 6 digits: province, city, district; `00` where a level is not used. */
  readonly region: string
  /** Two digits: whose it is (行业编码). */
  readonly sector: string
  /** Three digits: 132 is a network camera (类型编码). */
  readonly type: string
  /** One digit: the network it is on (网络标识). */
  readonly network: string
}

/** Why a number is none of a camera of this city. */
export type GbIdFault = 'letters' | 'length' | 'type' | 'region'

/** Of a front end, or of an extension of the standard: what may send a picture. Displays, alarms, platforms and users do not. */
const isPictureSource = (type: number) =>
  (type >= 111 && type <= 132 && (type < 114 || type > 117)) ||
  type === 138 ||
  (type >= 140 && type < 200) ||
  type >= 600

/** The parts of a number of 20 digits; null of any other. A number is never repaired. */
export function partsOf(id: string): GbId | null {
  if (!/^\d{20}$/.test(id)) return null
  return {
    region: id.slice(0, 6),
    sector: id.slice(8, 10),
    type: id.slice(10, 13),
    network: id.slice(13, 14),
  }
}

/** 340600 and 340000 without the levels that are not used: 3406 and 34. */
const used = (code: string) => code.slice(0, 6).replace(/(?:00){1,2}$/, '')

/**
 * What is wrong with the number of a camera in the city of division `code`; null where nothing is. The number of an authority above
 * the city (its province, the city of a district) is one of its own.
 */
export function faultOf(id: string, code: string): GbIdFault | null {
  if (/\D/.test(id)) return 'letters'
  const parts = partsOf(id)
  if (!parts) return 'length'
  if (!isPictureSource(Number(parts.type))) return 'type'
  const [own, city] = [used(parts.region), used(code)]
  return own.startsWith(city) || city.startsWith(own) ? null : 'region'
}
