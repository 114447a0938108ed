/** The first character of each letter in the order of pinyin. */
const FIRST = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** Words in which a character is not read as it mostly is. */
const OTHERWISE: readonly (readonly [string, string])[] = [
  ['重复', 'cf'],
  ['重新', 'cx'],
  ['重办', 'cb'],
  ['重排', 'cp'],
  ['长度', 'cd'],
  ['银行', 'yh'],
]

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase()
  const after = FIRST.findIndex((first) => order.compare(character, first) < 0)
  return LETTERS[(after === -1 ? LETTERS.length : after) - 1] ?? ''
}

/** `gdbh` of 工单编号: as the fields of many domestic systems are named. */
export const initialsOf = (words: string): string =>
  [...OTHERWISE.reduce((text, [word, letters]) => text.replaceAll(word, letters), words)]
    .map(initialOf)
    .join('')
