import type { Personal } from '../../config/source'
import { maskText, THING } from './mask'
import { words } from './mask-words.zh'

/** Who is in front of the screen. Visitors (讲解, 参观) see one level less than the officer on duty (值班). */
export type Audience = 'duty' | 'tour'

const COMPOUND =
  /欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|南门|西门|公良/
    .source
const SINGLE =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温]/
    .source

const BY_COMPOUND = new RegExp(`^(?:${COMPOUND})`)

/** 张** for 张三丰, 欧阳** for 欧阳修: the family name stays, the given name goes. */
function maskName(name: string): string {
  if (name === words.citizen || name.endsWith('**')) return name
  return `${BY_COMPOUND.exec(name)?.[0] ?? [...name][0] ?? ''}**`
}

/** 138****5678, 020-****1234; of any other number only the last four digits stay. */
function maskPhone(text: string): string {
  const bare = text.normalize('NFKC').replace(/^(?:\+|00)86[ -]?/, '')
  const masked = maskText(bare).replace(/\d(?:[ -]?\d){6,}/g, (number) => `****${number.slice(-4)}`)
  return /\*/.test(masked) ? masked : '****'
}

/** First three and last two characters: 440*************2X. */
function maskId(text: string): string {
  const shown = text.length >= 8 ? [text.slice(0, 3), text.slice(-2)] : ['', '']
  return `${shown[0]}${'*'.repeat(text.length - shown.join('').length)}${shown[1]}`
}

/** 粤A·***12. */
function maskPlate(text: string): string {
  const bare = text.replaceAll(/[·•.\s-]/g, '')
  return bare.length >= 6 ? `${bare.slice(0, 2)}·***${bare.slice(-2)}` : words.hidden
}

const TOWN = /^.*?(?:镇|街道|乡|(?<![大正老前后内外上下东西南北中])街)/
const VILLAGE = /^(?:.*?(?:镇|街道|乡|街))?.*?(?:社区|村|居委会)/
const DISTRICT = /^(?:.{2,6}?省)?(?:[^\d路街巷道]{2,8}?[市州盟])?(?:[^\d路街巷道]{1,8}?[区县旗])?/

const NUMBERED = /[\d０-９]+|[一二三四五六七八九十百]+(?=号|栋|幢|单元|室|房|楼)/gu

/** From the first digit or numbered door on, an address leads to somebody's door; the number of a thing (36号杆) does not. */
function beforeDoor(address: string): string {
  const door = [...address.matchAll(NUMBERED)].find(
    ({ 0: number, index }) => !THING.test(address.slice(index + number.length)),
  )
  return address.slice(0, door?.index)
}

const toVillage = (address: string) =>
  beforeDoor(VILLAGE.exec(address)?.[0] ?? TOWN.exec(address)?.[0] ?? address) || words.hidden

const toTown = (address: string) =>
  beforeDoor(TOWN.exec(address)?.[0] ?? DISTRICT.exec(address)?.[0] ?? '') || words.hidden

/** 广州**, and nothing at all of a name too short to hide anything. */
const maskCompany = (name: string) => (name.endsWith('**') ? name : `${[...name].slice(0, 2).join('')}**`)

const BEFORE_NAME = /(?:联系人|来电人|诉求人|投诉人|反映人|申请人|当事人|姓名)[：:]\s*/.source
const AFTER_NAME = /先生|女士|小姐|同志/.source
const NAMED = new RegExp(`(${BEFORE_NAME})(${COMPOUND}|${SINGLE})\\p{Script=Han}{1,2}`, 'gu')
const ADDRESSED = new RegExp(`(${COMPOUND}|${SINGLE})\\p{Script=Han}{1,2}(?=${AFTER_NAME})`, 'gu')
const LONGEST = 40

/** Names where the text marks them as such, numbers and doors masked. */
export const withoutPeople = (text: string): string =>
  maskText(text.replace(NAMED, '$1$2**').replace(ADDRESSED, '$1**'))

/** What a caller said, without people, at most 40 characters. */
function maskComplaint(text: string): string {
  const masked = [...withoutPeople(text)]
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1).join('')}…` : masked.join('')
}

type Mask = (text: string) => string
type Masked = Exclude<Personal, 'drop' | 'number' | 'public'>

const hide: Mask = () => words.hidden

const MASKS: Record<Audience, Record<Masked, Mask>> = {
  duty: {
    name: maskName,
    phone: maskPhone,
    id: maskId,
    plate: maskPlate,
    address: toVillage,
    company: maskCompany,
    text: maskComplaint,
  },
  tour: {
    name: () => words.citizen,
    phone: hide,
    id: hide,
    plate: hide,
    address: toTown,
    company: hide,
    text: hide,
  },
}

/** `text`, which holds personal data of `kind`, as `audience` may see it. Masking twice changes nothing. */
export function maskAs(kind: Masked, text: string, audience: Audience): string {
  return text === '' || text === words.hidden ? text : MASKS[audience][kind](text)
}
