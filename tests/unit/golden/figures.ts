import { elementsOf, textIn, type Element } from './markup'

/** A figure as it is drawn: what it is of, and how it stands there. */
export interface DrawnFigure {
  /** Metric, and the part of the place where it is of one. */
  readonly what: string
  /** Raw, as a program reads it; empty where it is not known. */
  readonly value: string
  readonly text: string
  /** The hue of an alarm, where it has one. */
  readonly tone: string
}

const TONE = /\b_?(p[123])(?:_|\b)/

/** Every live figure in drawn markup, in order: what is copied from a report has its own time. */
export const figuresOf = (html: string): readonly DrawnFigure[] =>
  elementsOf(html).flatMap(([element, parent]) => {
    const { attributes } = element
    const metric = attributes.get('data-metric')
    if (metric === undefined || attributes.has('data-fact')) return []
    const classes = [element, parent].map((one) => one.attributes.get('class') ?? '').join(' ')
    return {
      what: [metric, attributes.get('data-of') ?? []].flat().join(' of '),
      value: attributes.get('data-value') ?? '',
      text: textIn(element),
      tone: TONE.exec(classes)?.[1] ?? '',
    }
  })

/** What a press on drawn markup opens, and the figure that it stands on; null where none does, as on a single record. */
export interface DrawnLead {
  readonly to: string
  readonly value: number | null
}

const metricOf = (to: string) => to.split(':')[1]

/** Everything in drawn markup that leads to records. */
export const leadsOf = (html: string): readonly DrawnLead[] =>
  elementsOf(html).flatMap(([element]) => {
    const to = element.attributes.get('data-rows') ?? element.attributes.get('data-lead')
    if (to === undefined) return []
    const figures = figuresIn({ ...element, children: [element] })
    const own = figures.find(({ attributes }) => attributes.get('data-metric') === metricOf(to)) ?? figures[0]
    const value = own?.attributes.get('data-value') ?? ''
    return [{ to, value: value === '' ? null : Number(value) }]
  })

const figuresIn = (element: Element): readonly Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.attributes.has('data-value') ? [child] : []), ...figuresIn(child)],
  )

const valuesOf =
  (attribute: string) =>
  (html: string): readonly string[] =>
    elementsOf(html).flatMap(([{ attributes }]) => attributes.get(attribute) ?? [])

/** The marks of exceptions in drawn markup, by their numbers. */
export const marksOf = (html: string): readonly string[] => [
  ...valuesOf('aria-label')(html).flatMap((label) => /^.级 第 (\d+) 件$/.exec(label)?.[1] ?? []),
  ...valuesOf('data-no')(html),
]

/** What charts draw beside their values. */
export const glyphsOf = valuesOf('data-glyph')

/** What a person may press, where something of it stands in the middle. */
const PRESSED = new Set(['button', 'a'])
/** `另 3 类`, `+2`, or an arrow behind: more than stands there. */
const MORE = /^(?:另 ?[\d,]+.*|\+\d+|.*›)$/

/** What looks as if it led on and does not: marks of exceptions, and what names more than stands there, outside of anything that can be pressed. */
export function deadEndsOf(html: string): readonly string[] {
  const all = elementsOf(html)
  const parents = new Map(all)
  const leads = (element: Element | undefined): boolean =>
    element !== undefined &&
    (PRESSED.has(element.name) ||
      element.attributes.get('role') === 'button' ||
      element.attributes.has('data-town') ||
      leads(parents.get(element)))
  return all.flatMap(([element]) => {
    const said = element.attributes.get('aria-label') ?? ''
    const mark = element.attributes.has('data-mark') && / 第 \d+ 件$/.test(said) ? [said] : []
    const more = element.children.filter((child) => typeof child === 'string' && MORE.test(child.trim()))
    return [...mark, ...more.map(String)].filter(() => !leads(element))
  })
}
