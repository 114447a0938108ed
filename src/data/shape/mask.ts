/** 18-digit identity number; the birth date inside tells it from most other numbers. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: the last character follows from the other 17. */
function checks(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase()
}

/**
 * Order numbers made of region, date and serial number look exactly like identity numbers born on the day of the order.
 * No wall shows orders older than this, so an earlier date is a birthday.
 */
const FIRST_ORDERS = 2015
const isOld = (id: string) => Number(id.slice(6, 10)) < FIRST_ORDERS

const hideIdentity = (id: string) => `${id.slice(0, 3)}*************${id.slice(-2)}`

/** Mobile numbers as people write them: with a country code, in groups of 3-4-4. */
const MOBILE = /(?<!\d)((?:\+?86|0086)[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g

const hideMobile = (phone: string) => phone.replace(/[ -]?\d{4}[ -]?(\d{4})$/, '****$1')

/**
 * What is counted by number and is nobody's home, as it follows the number: 3号窗口, 1号厅, 36号枪机, 2号泵站, 66号公路, 10月1号. A word that
 * a home may stand at too (桥, 井, 车库) is none.
 */
export const THING =
  /^(?:月|号(?:线|文|令|公告|台风|(?:综合|业务|自助|服务)?(?:窗口|大厅|厅|柜台|坐席)|枪机|球机|半球|摄像|相机|监控|探头|卡口|[路电灯线]{0,2}杆|[雨污排抽供加水]{0,2}泵|闸|配电|变压器|机组|电梯|阀|航站楼|办公楼|教学楼|门诊楼|住院楼|综合楼|厂房|机房|诊室|公路|隧道|标段|站台|出入口))/u

const RULES: readonly (readonly [RegExp, (match: string) => string])[] = [
  [IDENTITY, (id) => (isOld(id) || checks(id) ? hideIdentity(id) : id)],
  [MOBILE, hideMobile],
  [/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, (phone) => `${phone.split('-')[0] ?? ''}-****${phone.slice(-4)}`],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Z0-9]|标段)/g,
    (plate) => `${plate.slice(0, /[·• ]/.test(plate) ? 3 : 2)}***${plate.slice(-2)}`,
  ],
]

const DOOR = /(?<!\d月|\d|车位)(\d+)(?:号楼|栋|幢|单元|室(?![外内])|房|号)+/gu

/** An address may name the street or community, never the door. */
const maskDoors = (text: string) =>
  text.replaceAll(DOOR, (door, digits: string, at: number) =>
    THING.test(text.slice(at + digits.length)) ? door : '**',
  )

/** A value that is one number or UUID and nothing else. An order number must come through whole. */
const isPlainOrder = (text: string) => /^\d{18}$/.test(text) && !isOld(text)
const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i

/** A moment and nothing else: what most texts of most rows are. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?$/

/**
 * Personal data in free text, masked before anything is stored: phone numbers, identity numbers, plates
 * and door numbers; everything else untouched. The wall never holds the clear value, so no screenshot, export or console
 * of it can leak one.
 */
export function maskText(text: string): string {
  if (INSTANT.test(text)) return text
  // Every rule needs a digit (a plate has one too), and most text has none.
  if (!/[\d０-９]/.test(text) || isPlainOrder(text) || UUID.test(text)) return text
  const plain = text.replace(/[０-９]{7,}/g, (digits) => digits.normalize('NFKC'))
  return maskDoors(RULES.reduce((masked, [pattern, replace]) => masked.replace(pattern, replace), plain))
}

/** The number of a thing: left as it is, unless it is beyond doubt somebody's identity number. */
export function maskIdentifier(text: string): string {
  return text.replace(IDENTITY, (id) => (isOld(id) && checks(id) ? hideIdentity(id) : id))
}

/** A field name, for tables keyed by a person's number. Door numbers stay: they name rows, and mappings ask for them. */
export function maskKey(key: string): string {
  return /\d[\d -]{6}/.test(key) ? maskIdentifier(key).replace(MOBILE, hideMobile) : key
}
