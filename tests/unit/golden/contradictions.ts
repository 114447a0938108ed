import { grouped } from './grouped'
import type { DrawnFigure } from './figures'

/** What one panel shows. */
export interface Shown {
  readonly panel: string
  readonly figures: readonly DrawnFigure[]
}

/** The number of a figure, without its unit: `1,429 件` → 1,429; of many `3 万次` → 3 万. */
const numberIn = (text: string) =>
  /(?:\d[\d,.]*(?: ?[万亿])?|—)(?:\/\d+(?=$|\D))?/.exec(text)?.[0].replaceAll(' ', '') ?? text

const ways = {
  value: ({ value }: DrawnFigure) => String(Number(value === '' ? NaN : value)),
  number: ({ text }: DrawnFigure) => numberIn(text),
  colour: ({ tone }: DrawnFigure) => tone,
} as const

/** Where the panels of one wall, at one moment and in one scope, say different things of one figure: one line each. */
export function contradictions(panels: readonly Shown[]): string[] {
  const all = panels.flatMap(({ panel, figures }) => figures.map((figure) => ({ panel, figure })))
  return [...grouped(all, ({ figure }) => figure.what)].flatMap(([what, drawn]) =>
    Object.entries(ways).flatMap(([way, of]) => {
      const said = grouped(drawn, ({ figure }) => of(figure))
      if (said.size < 2) return []
      const told = [...said].map(
        ([one, by]) => `${one || 'none'} in ${[...new Set(by.map((b) => b.panel))].join(', ')}`,
      )
      return [`${what} has more than one ${way}: ${told.join('; ')}`]
    }),
  )
}

const DECIMALS = /^(\d+(?:\.(\d+))?) ?%?$/

/** Rates of one metric that are printed with different decimals, over everything that is drawn of it. */
export function unevenRates(rates: ReadonlySet<string>, panels: readonly Shown[]): string[] {
  const texts = grouped(
    panels.flatMap(({ figures }) => figures).filter(({ what }) => rates.has(what.replace(/ of .*/, ''))),
    ({ what }) => what.replace(/ of .*/, ''),
  )
  return [...texts].flatMap(([metric, figures]) => {
    const forms = grouped(
      figures.filter(({ text }) => DECIMALS.test(text) && !/^(?:0|100) ?%?$/.test(text)),
      ({ text }) => String(DECIMALS.exec(text)?.[2]?.length ?? 0),
    )
    return forms.size < 2 ? [] : [`${metric}: ${[...forms.values()].map(([one]) => one?.text).join(', ')}`]
  })
}
