import { describe, expect, it } from 'vitest'
import { closure, reachable, readModule, type Module } from '../../bench/graph.mjs'

describe('a built module', () => {
  const code = [
    'import{a}from"./react-1.js";import"./side-2.js";export{b}from"../c-3.js";',
    'const later=()=>import(`./Wall-4.js`);const lib=import("node:fs");const own=import(a);',
  ].join('')
  const { now, later } = readModule('assets/index-0.js', code)

  it('needs what it imports and hands on', () => {
    expect([...now].toSorted()).toEqual(['assets/react-1.js', 'assets/side-2.js', 'c-3.js'])
  })

  it('may need later what it imports on demand', () => {
    expect([...later]).toEqual(['assets/Wall-4.js'])
  })

  it('is not guessed at when it cannot be read', () => {
    expect(() => readModule('a.js', 'import {')).toThrow('a.js')
  })
})

const modules = (graph: Record<string, Partial<Record<'now' | 'later', string[]>> & { facade?: string }>) =>
  new Map<string, Module>(
    Object.entries(graph).map(([name, { now = [], later = [], facade }]) => [
      name,
      { now: new Set(now), later: new Set(later), facade },
    ]),
  )

describe('the graph', () => {
  const graph = modules({
    entry: { now: ['react'], later: ['wall', 'demo'] },
    react: {},
    wall: { now: ['react', 'shared'], later: ['chart'] },
    shared: { now: ['wall'] },
    chart: { now: ['echarts'] },
    echarts: {},
    demo: { now: ['seed'], facade: 'src/demo/x.ts' },
    seed: {},
  })

  it('ends at what is needed at once, circles included', () => {
    expect([...closure(graph, ['entry'])].toSorted()).toEqual(['entry', 'react'])
    expect([...closure(graph, ['wall'])].toSorted()).toEqual(['react', 'shared', 'wall'])
  })

  it('reaches what may be fetched later, but for what is left out', () => {
    const all = reachable(graph, ['entry'], ({ facade }) => facade === undefined)
    expect([...all].toSorted()).toEqual(['chart', 'echarts', 'entry', 'react', 'shared', 'wall'])
  })

  it('has no file missing', () => {
    expect(() => closure(modules({ a: { now: ['b'] } }), ['a'])).toThrow('b')
  })
})
