/**
 * Personal data in free text, masked before anything is stored (DOMAIN.md §3.7). The wall never holds the clear value,
 * so no screenshot, export or console of it can leak one.
 */
const RULES: readonly (readonly [RegExp, (match: string) => string])[] = [
  // 18-digit identity number: the birth date inside tells it from an order number.
  [
    /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g,
    (id) => `${id.slice(0, 3)}*************${id.slice(-2)}`,
  ],
  // Mobile numbers as people write them: with a country code, in groups of 3-4-4.
  [
    /(?<!\d)((?:\+?86|0086)[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g,
    (phone) => phone.replace(/[ -]?\d{4}[ -]?(\d{4})$/, '****$1'),
  ],
  [/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, (phone) => `${phone.split('-')[0] ?? ''}-****${phone.slice(-4)}`],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Z0-9])/g,
    (plate) => `${plate.slice(0, /[·• ]/.test(plate) ? 3 : 2)}***${plate.slice(-2)}`,
  ],
  // Door numbers: an address may name the street or community, never the door.
  [/\d+(?:号楼|栋|幢|单元|室|房|号(?!线|文|令))+/g, () => '**'],
]

/** `text` with phone numbers, identity numbers, plates and door numbers masked; everything else untouched. */
export function maskText(text: string): string {
  let masked = text
  for (const [pattern, replace] of RULES) masked = masked.replace(pattern, replace)
  return masked
}

/** 张** for 张三丰, 欧阳** for 欧阳修: the family name stays, the given name goes. */
export function maskName(name: string): string {
  const compound = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯)/.exec(name)
  return name === '' ? name : `${compound?.[1] ?? [...name][0] ?? ''}**`
}
