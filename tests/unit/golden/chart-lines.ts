import type { EChartsOption } from 'echarts'
import { group } from '../../../src/lib/format'
import { isFields, listIn, numberIn, recordIn, textIn, type Fields } from '../../../src/lib/fields'

/** `{hour|9 时}` → 9 时; lines of one label in one line. */
const plain = (text: string) =>
  text
    .replaceAll(/\{\w+\|([^}]*)\}/g, '$1')
    .replaceAll(/\s*\n\s*/g, ' / ')
    .trim()

const rounded = (value: number) => String(Math.round(value * 1000) / 1000)
const grouped = (value: number) => group(rounded(value))

/** What a function of the option says to `args`; null where it is none or says nothing. */
function said(of: unknown, ...args: readonly unknown[]): string | null {
  if (typeof of === 'string') return plain(of)
  const text: unknown = typeof of === 'function' ? Reflect.apply(of, undefined, args) : null
  return typeof text === 'string' && text !== '' ? plain(text) : null
}

const valuesIn = (of: unknown, field: string): readonly unknown[] => {
  const found = isFields(of) ? of[field] : undefined
  return Array.isArray(found) ? found : []
}

const axesOf = (option: Fields, name: string): readonly Fields[] => {
  const one = recordIn(option, name)
  return one ? [one] : listIn(option, name)
}

/** The words at a category axis, or at the ticks of one of values. */
function labelsOf(axis: Fields): readonly string[] {
  const label = recordIn(axis, 'axisLabel')
  if (axis.show === false || label?.show === false) return []
  const formatter = label?.formatter
  if (axis.type === 'category')
    return valuesIn(axis, 'data')
      .map((value, i) => said(formatter, value, i) ?? String(value))
      .filter(
        (_, i) => typeof label?.interval !== 'function' || Reflect.apply(label.interval, undefined, [i]),
      )
  // The engine groups the thousands of what nobody formats.
  return ticksOf(axis, label).map((value) => said(formatter, value) ?? grouped(value))
}

/** Where the engine writes: from the lower end in steps, and at the upper end unless that is switched off. */
function ticksOf(axis: Fields, label: Fields | null): readonly number[] {
  const custom = valuesIn(label, 'customValues').map(Number)
  if (custom.length > 0) return custom
  const [min, max, step] = ['min', 'max', 'interval'].map((field) => numberIn(axis, field))
  if (min == null || max == null || step == null || step <= 0) return []
  const below = Array.from({ length: Math.ceil((max - min) / step - 1e-9) }, (_, i) => min + i * step)
  return label?.showMaxLabel === false ? below : [...below, max]
}

/** What a shape drawn by hand writes. */
function wordsIn(shape: unknown): string[] {
  if (!isFields(shape)) return []
  const text = shape.type === 'text' ? textIn(shape.style, 'text') : null
  return [...(text === null || text === '' ? [] : [text]), ...listIn(shape, 'children').flatMap(wordsIn)]
}

/** Draws every item of a series drawn by hand where each value is its own place. */
function handWritten(series: Fields): string[] {
  const { renderItem } = series
  if (typeof renderItem !== 'function') return []
  return valuesIn(series, 'data').flatMap((item) => {
    const values: readonly unknown[] = isFields(item)
      ? valuesIn(item, 'value')
      : Array.isArray(item)
        ? item
        : []
    const api = { value: (i: number) => values[i], coord: (at: readonly number[]) => at }
    const params = { coordSys: { x: 0, y: 0, width: 100, height: 100 } }
    const shape: unknown = Reflect.apply(renderItem, undefined, [params, api])
    return wordsIn(shape)
  })
}

/** One item of a series: its value, without the place where it stands on the axis. */
function valueOf(item: unknown): number | null {
  const value = isFields(item) ? item.value : item
  const own: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof own === 'number' ? own : null
}

const printedIn = (series: Fields): readonly string[] =>
  listIn(series, 'data').flatMap((item) => {
    const label = recordIn(item, 'label')
    return label?.show === true ? (said(label.formatter, item) ?? []) : []
  })

/** What the pointer is told of each of `count` items, one line each. */
function pointed(option: Fields, count: number): readonly string[] {
  const tooltip = recordIn(option, 'tooltip')
  return Array.from({ length: count }, (_, dataIndex) =>
    said(tooltip?.formatter, tooltip?.trigger === 'axis' ? [{ dataIndex }] : { dataIndex }),
  ).flatMap((text) => text ?? [])
}

/** How many things of the chart are pointed at one by one; 0 where they are points of a line. */
function countedIn(option: Fields, series: readonly Fields[]): number {
  if (recordIn(option, 'tooltip')?.trigger === 'item') return valuesIn(series[0], 'data').length
  const axes = [...axesOf(option, 'xAxis'), ...axesOf(option, 'yAxis')]
  const categories = axes.filter(({ type }) => type === 'category')
  return Math.max(0, ...categories.map((axis) => valuesIn(axis, 'data').length))
}

/** The values of a line; one that is stacked on another begins where that ends. */
function levelsOf(series: readonly Fields[], one: Fields): string[] {
  const stack = textIn(one, 'stack')
  const under = series
    .slice(0, series.indexOf(one))
    .filter((other) => stack !== null && other.stack === stack)
  return valuesIn(one, 'data').map((item, i) => {
    const levels = [item, ...under.map((other) => valuesIn(other, 'data')[i])].map(valueOf)
    return levels.includes(null) ? '—' : rounded(levels.reduce<number>((sum, level) => sum + (level ?? 0), 0))
  })
}

const line = (name: string, words: readonly string[]) =>
  words.length > 0 ? [`${name}: ${words.join(' ')}`] : []

/** Words at the axes; beside rows only those that the pointer is not told as well. */
function axesIn(option: Fields, rows: readonly string[]): string[] {
  const beside = axesOf(option, 'yAxis').flatMap((axis) => {
    const labels = labelsOf(axis)
    return line(
      'y',
      axis.type === 'category' ? labels.filter((label, i) => !rows[i]?.includes(label)) : labels,
    )
  })
  return [...axesOf(option, 'xAxis').flatMap((axis) => line('x', labelsOf(axis))), ...beside]
}

/** Numbers and words of a chart: its axes, every value with what the pointer is told of it, and what is written into the plot. */
export function chartLines(option: EChartsOption): string[] {
  const all: Fields = { ...option }
  const series = listIn(all, 'series')
  const rows = pointed(all, countedIn(all, series))
  const lines = series
    .filter(({ type }) => type !== 'custom')
    .flatMap((one) => line(textIn(one, 'id') ?? '', levelsOf(series, one)))
  return [
    ...axesIn(all, rows),
    ...(rows.length > 0 ? rows : lines),
    ...line('printed', series.flatMap(printedIn)),
    ...line('written', series.flatMap(handWritten)),
  ]
}
