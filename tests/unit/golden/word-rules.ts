/** Whose wall a line stands on. */
export interface Ground {
  /** What the city is: the word of its own whole. */
  readonly tier: string
  /** The short names of its towns. */
  readonly towns: readonly string[]
}

export interface WordRule {
  readonly name: string
  /** What of `line` is against the rule; null where nothing is. */
  readonly finds: (line: string, ground: Ground) => string | null
  /** A line that was on a wall once, and how it stands there now. */
  readonly wrong: string
  readonly right: string
}

const matching = (pattern: RegExp) => (line: string) => pattern.exec(line)?.[0] ?? null

/** A number of four digits and more; a year by itself is one, a year with a unit is a number. */
const LONG =
  /(?<![\d.,:…/A-Za-z-])(?!12345(?!\d))(?!(?:19|20)\d\d(?! ?[件人张路条个次项类台万亿]))[1-9]\d{3,}(?![\d,])/

/** What no line of any panel may say. */
export const wordRules: readonly WordRule[] = [
  {
    name: '镇街 is a category, no office: 镇政府, 街道办 by the code',
    finds: (line, { towns }) =>
      towns.map((town) => `${town}镇街`).find((word) => line.includes(word)) ?? null,
    wrong: '人和 噪声扰民 | 人和镇街 | 17:30 前',
    right: '人和 噪声扰民 | 人和镇政府 | 17:30 前',
  },
  {
    name: 'a district, a city and a county have one word for the whole of them',
    finds: (line, { tier }) =>
      [...line.matchAll(/[本全][区市县](?!排名|[级直属民])/g)].find(([word]) => !word.endsWith(tier))?.[0] ??
      null,
    wrong: '本市无此数据',
    right: '本县无此数据',
  },
  {
    name: 'one word for one thing: 24 时到期, 离线, 全区',
    finds: matching(/临期|断链|全域|紧急/),
    wrong: '11 件临期',
    right: '11 件 24 时到期',
  },
  {
    name: 'codes stand behind the ⓘ',
    finds: matching(/\bP\d{2}\b|\b[A-Z]{2}-\d{3}\b/),
    wrong: 'P90 20.1 分',
    right: '九成在 20.1 分内',
  },
  {
    name: 'a wall has no keyboard',
    finds: matching(/\bEsc\b|Enter|按 [A-Z?]/),
    wrong: '按 Esc 返回',
    right: '点页眉地名可返回',
  },
  {
    name: 'two numbers joined by a dot read as one',
    finds: matching(/\d%? · \d/),
    wrong: '社会保险 / 64 · 5.5',
    right: '社会保险 / 64 张 5.5 分',
  },
  {
    name: 'thousands have a comma',
    finds: matching(LONG),
    wrong: '办理 1057 件',
    right: '2021 年报 办理 1,057 件',
  },
  {
    name: 'ten thousand goes with its unit',
    finds: matching(/\d [万亿] [件人张路条个次项类台]/),
    wrong: '评价 1.97 万 条',
    right: '评价 1.97 万条',
  },
  {
    name: 'from 48 hours on it is days, on both sides of a ratio',
    finds: matching(/(?<![\d.:,])(?:4[89]|[5-9]\d|\d{3,})(?:\.\d+)? 时(?![至前])|\d 时 \/ [\d.]+ 天/),
    wrong: '25.9 时 / 10 天',
    right: '1.1 天 / 10 天',
  },
]

/** `[hotline_open 1429]` is for programs; what a chart holds without writing it is no text. */
const SERIES = /^(?!(?:x|y|printed|written): )(?:[a-z]\w*: |[^\s:]+: (?:[\d.—-]+ ){5})/
const plain = (line: string) => line.replaceAll(/\[[a-z][a-z0-9_]*(?: -?[\d.e+]+)?\] ?/g, '')

/** What is wrong with what a person reads, one line a fault. */
export const wordFaults = (lines: readonly string[], ground: Ground): string[] =>
  lines.flatMap((line) => {
    if (SERIES.test(line)) return []
    return wordRules.flatMap(({ name, finds }) => {
      const found = finds(plain(line), ground)
      return found === null ? [] : `${name}: ‘${found}’ in ‘${line}’`
    })
  })
