import { isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { documentSchema } from '../../../src/contract/document'
import { count, list, text } from '../../../src/contract/primitives'
import { documentOf } from '../../../src/contract/resource'
import { definePanel, type Room, type ViewProps } from '../../../src/panel/define-panel'
import type { ExceptionsDocument } from '../../../src/domains/exceptions/contract'
import { sample } from '../contract/sample'

const dataset = documentOf<ExceptionsDocument>({ id: 'exceptions' })
const room: Room = { size: { width: 408, height: 300 }, medium: 'desk', spec: { rows: 3 } }
const View = ({ operation }: ViewProps<ExceptionsDocument>) => operation.unseen.length
const Standing = ({ document }: { readonly document: ExceptionsDocument }) => document.city
const isEmpty = ({ unseen }: { unseen: readonly string[] }) => unseen.length === 0
const queueSchema = documentSchema(
  'queue',
  z.object({ hall: text(8), waiting: z.optional(count), lines: z.optional(list(count, 9)) }),
)
type QueueDocument = z.infer<typeof queueSchema>
const queue = documentOf<QueueDocument>({ id: 'queue' })
const Queue = ({ operation }: ViewProps<QueueDocument, 'waiting' | 'lines'>) =>
  operation.lines.length + operation.waiting
const Plain = ({ operation }: ViewProps<QueueDocument, 'waiting'>) =>
  operation.waiting + (operation.lines?.length ?? 0)
const Bare = ({ operation }: ViewProps<QueueDocument>) => operation.waiting ?? 0

/** The component that draws `node`, without what keeps it from being drawn again for the same. */
function drawnBy(node: ReactNode): unknown {
  const type: unknown = isValidElement(node) ? node.type : undefined
  return typeof type === 'object' && type !== null && 'type' in type ? type.type : type
}

const foreign = sample({ contract: 'hotline/1' })

describe('a panel over operational data', () => {
  const panel = definePanel({ id: 'p', title: '面板', dataset, metrics: ['m'], View, isEmpty })

  it('hands its View a document of its own contract with its operational part, and its room', () => {
    const element = panel.render(sample(), room)
    expect(drawnBy(element)).toBe(View)
    expect(isValidElement(element) && element.props).toEqual({
      document: sample(),
      operation: { unseen: [] },
      ...room,
    })
  })

  it('renders nothing without an operational part or of another contract', () => {
    expect(panel.render(sample({ operation: null }), room)).toBeNull()
    expect(panel.render(foreign, room)).toBeNull()
  })

  it('is empty when its own test says so, never for want of data', () => {
    expect(panel.isEmpty(sample())).toBe(true)
    expect(panel.isEmpty(sample({ operation: { unseen: ['video'] } }))).toBe(false)
    expect(panel.isEmpty(sample({ operation: null }))).toBe(false)
    expect(panel.isEmpty(foreign)).toBe(false)
  })

  it('is a framed card without a rail unless it says otherwise', () => {
    expect(panel).toMatchObject({ chrome: 'card', rail: [], standing: false, metrics: ['m'] })
  })
})

describe('a panel that needs a part which a source may leave out', () => {
  const panel = definePanel({
    id: 'n',
    title: '面板',
    dataset: queue,
    metrics: [],
    needs: ['waiting', 'lines'],
    View: Queue,
    isEmpty: ({ lines }) => lines?.length === 0,
  })
  const of = (operation: object | null) =>
    sample({ contract: 'queue/1', operation: operation && { hall: '中心', ...operation } })

  it('is drawn once all it needs is there', () => {
    const element = panel.render(of({ waiting: 3, lines: [1, 2] }), room)
    expect(drawnBy(element)).toBe(Queue)
    expect(panel.missing(of({ waiting: 0, lines: [] }))).toEqual([])
  })

  it('is not drawn without, and names what is missing', () => {
    expect(panel.render(of({ waiting: 3 }), room)).toBeNull()
    expect(panel.missing(of({ waiting: 3 }))).toEqual(['lines'])
    expect(panel.missing(of({}))).toEqual(['waiting', 'lines'])
  })

  it('misses nothing of a document that has no operational part or is of another contract', () => {
    expect(panel.missing(of(null))).toEqual([])
    expect(panel.missing(foreign)).toEqual([])
  })

  it('may be empty by what is there', () => {
    expect(panel.isEmpty(of({ lines: [] }))).toBe(true)
    expect(panel.isEmpty(of({ waiting: 3 }))).toBe(false)
  })

  it('does not fit a View that reads more than it says', () => {
    const base = { id: 'x', title: '面板', dataset: queue, metrics: [] }
    // @ts-expect-error -- lines is read and not declared
    definePanel({ ...base, needs: ['waiting'], View: Queue })
    // @ts-expect-error -- nothing is declared at all
    definePanel({ ...base, View: Queue })
    // @ts-expect-error -- the contract has no such part
    definePanel({ ...base, needs: ['waitng'], View: Bare })
    // @ts-expect-error -- hall is always there, so there is nothing to need
    definePanel({ ...base, needs: ['hall'], View: Bare })
    expect(definePanel({ ...base, needs: ['waiting'], View: Plain }).needs).toEqual(['waiting'])
    expect(definePanel({ ...base, View: Bare }).needs).toEqual([])
  })
})

describe('a standing panel', () => {
  const panel = definePanel({ id: 's', title: '面板', dataset, metrics: [], chrome: 'bare', Standing })

  it('stands without operational data, and is never empty', () => {
    const absent = sample({ operation: null })
    const element = panel.render(absent, room)
    expect(drawnBy(element)).toBe(Standing)
    expect(panel).toMatchObject({ standing: true, chrome: 'bare' })
    expect(panel.isEmpty(absent)).toBe(false)
    expect(panel.render(foreign, room)).toBeNull()
  })
})
