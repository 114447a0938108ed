import type { Personal } from '../../src/config/source'
import { maskIdentifier, maskKey, maskText } from '../../src/data/shape/mask'
import { maskAs } from '../../src/data/shape/mask-personal'

/** Names of fields that hold a person, by what they hold. In pinyin as a whole name only: `dh` is a telephone, `dhyy` a reason to call. */
const NAMED: readonly (readonly [RegExp, Personal])[] = [
  [
    /^(?:lxdh|ldhm|ldrdh|dh|dhhm|sj|sjh|sjhm|lxfs)$|phone|mobile|(?:^|_)tel(?:_|$)|Tel$|电话|手机|联系方式/i,
    'phone',
  ],
  [/^(?:sfz|sfzh|sfzhm|zjhm|zjh)$|id_?card|card_?no|cert_?no|identity|身份证|证件号/i, 'id'],
  [/^(?:cph|cphm|hphm)$|plate|车牌/i, 'plate'],
  [/e?mail|邮箱|openid|open_id|wechat|微信号|password|passwd|密码/i, 'drop'],
  [/^(?:dz|xxdz|zz|lxdz|sfdz|fsdz|sjdz)$|(?<!ip|ip_|mac|mac_|url)addr|住址|地址/i, 'address'],
  [
    /^(?:xm|lxr|lxrxm|sqr|sqrxm|ldr|ldrxm|tsr|tsrxm|jbr|fzr)$|(?:contact|caller|applicant|clerk|person|user|real|author|maintainer)_?(?:name|man)$|(?:charge|link|contact)_?man$|^(?:create|update)_?by$|^(?:creator|updater|operator|author|maintainer|caller|applicant|nickname)$|姓名|联系人|来电人|申请人|经办人/i,
    'name',
  ],
  [/^(?:nr|sqnr|wtms|ms|bz|hfnr|bljg)$|content|remark|memo|description|opinion|内容|描述|备注|意见/i, 'text'],
]

const PHONE = /^(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$|^0\d{2,3}-\d{7,8}$/
const PLATE = /^\p{Script=Han}[A-Z][·• ]?[A-Z0-9]{5,6}$/u
const DOOR = /(?:号|栋|幢|单元|室|房)/u
/** What offices, places and things end in, and no person does. */
const NO_PERSON = /[镇乡街道村局区县市站厅部处科室委办所院校路桥队组类型级库]$/u

/** 王五, 欧阳修: a family name and one or two characters. */
const isName = (text: string) =>
  /^\p{Script=Han}{2,4}$/u.test(text) &&
  !NO_PERSON.test(text) &&
  /^联系人：.{1,2}\*\*$/u.test(maskAs('text', `联系人：${text}`, 'duty'))

function kindOf(text: string): Personal | null {
  if (PHONE.test(text.trim())) return 'phone'
  if (maskIdentifier(text) !== text) return /^[\dXx]+$/.test(text.trim()) ? 'id' : 'text'
  const masked = maskText(text)
  if (masked === text) return null
  if (PLATE.test(text.trim())) return 'plate'
  return DOOR.test(text) && text.length <= 60 && !/[，。；！？]/u.test(text) ? 'address' : 'text'
}

/** What kind of personal data a field seems to hold, by its name and by what stands in it; null where nothing looks like a person. */
export function personalIn(way: string, texts: readonly string[]): Personal | null {
  const name = way.slice(way.lastIndexOf('.') + 1)
  const named = NAMED.find(([pattern]) => pattern.test(name))?.[1]
  if (named !== undefined) return named
  const kinds = texts.map(kindOf).filter((kind) => kind !== null)
  if (kinds.length > 0) {
    const alike = kinds.filter((kind) => kind === kinds[0]).length
    return alike === texts.length
      ? (kinds[0] ?? 'text')
      : kinds.every((kind) => kind === 'address')
        ? 'address'
        : 'text'
  }
  const names = texts.filter(isName).length
  return texts.length > 0 && names >= 0.8 * texts.length ? 'name' : null
}

/** Whether a value may be printed: it is a word or a code, and looks like nobody. */
export const isPlain = (text: string): boolean =>
  [maskText(text), maskKey(text), maskAs('text', text, 'duty')].every((masked) => masked === text) &&
  !isName(text)
