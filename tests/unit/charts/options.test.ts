import { describe, expect, it } from 'vitest'
import { allForms } from '../../../src/charts/form-table'
import { FORMS, HOSTILE, look } from './table'

const files = Object.keys(import.meta.glob('../../../src/charts/forms/*.ts'))

/** Every [path, value] inside an option, functions and typed arrays included as values. */
function walk(value: unknown, path = ''): [string, unknown][] {
  const here: [string, unknown][] = [[path, value]]
  if (typeof value !== 'object' || value === null) return here
  return [...here, ...Object.entries(value).flatMap(([key, item]) => walk(item, `${path}/${key}`))]
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

it('the table knows every form', async () => {
  const names = files.map((path) => path.replace(/^.*\/|\.ts$/g, ''))
  expect(FORMS.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  const camel = names.map((name) => name.replace(/-./g, (of) => of.slice(1).toUpperCase()))
  expect(Object.keys(await allForms()).toSorted(), 'and views can name it').toEqual(camel.toSorted())
})

describe.each(FORMS)('$name', ({ build }) => {
  const at = look(600, 400, 1.5)
  const option = build(at)
  const entries = walk(option)

  it('moves nothing by itself', () => {
    expect(option.animation).toBe(false)
    expect(entries.filter(([path, v]) => /\/animation\w*$/.test(path) && v === true)).toEqual([])
    expect(entries.filter(([, v]) => v === 'effectScatter' || v === 'lines')).toEqual([])
  })

  it('sets no type below 20 units', () => {
    const small = entries.filter(([path, v]) => path.endsWith('/fontSize') && Number(v) < 20 * at.u)
    expect(small).toEqual([])
    expect(option.textStyle).toMatchObject({ fontSize: 20 * at.u })
  })

  it('speaks in plain text: no tooltip is HTML, and what it says holds no markup of ours', () => {
    expect(option.tooltip).toMatchObject({ renderMode: 'richText', confine: true })
    const modes = entries.filter(([path]) => path.endsWith('/renderMode')).map(([, v]) => v)
    expect(new Set(modes)).toEqual(new Set(['richText']))
    const tooltip = Array.isArray(option.tooltip) ? undefined : option.tooltip
    const formatter: unknown = tooltip?.formatter
    if (typeof formatter !== 'function') throw new Error('a chart without words')
    for (const dataIndex of [0, 1, 2]) {
      const one: unknown = Reflect.apply(formatter, undefined, [{ dataIndex }])
      const many: unknown = Reflect.apply(formatter, undefined, [[{ dataIndex }]])
      for (const text of [one, many]) {
        if (typeof text !== 'string') throw new Error('a tooltip that is no text')
        expect(text.replace(HOSTILE, '')).not.toMatch(/<|&lt;|undefined|NaN|null|\[object/)
      }
    }
  })

  it('is a pure function of data and look', () => {
    const again = build(freeze(look(600, 400, 1.5)))
    const plain = (value: unknown) => JSON.stringify(value)
    expect(plain(again)).toBe(plain(option))
  })

  it('keeps stable series ids, so that an update is a merge', () => {
    const series = Array.isArray(option.series) ? option.series : [option.series]
    const ids = series.map((s) => s?.id)
    expect(ids.every((id) => typeof id === 'string')).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
