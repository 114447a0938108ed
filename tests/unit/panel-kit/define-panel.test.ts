import { isValidElement } from 'react'
import { describe, expect, it } from 'vitest'
import { defineDataset } from '../../../src/contract/dataset'
import { definePanel, type ViewProps } from '../../../src/panel-kit/define-panel'
import { schema, type ExceptionsDocument } from '../../../src/panels/exceptions/schema'
import { sample } from '../contract/sample'

const dataset = defineDataset({ id: 'exceptions', schema })
const View = ({ operation }: ViewProps<ExceptionsDocument>) => operation.unseen.length
const Standing = ({ document }: { readonly document: ExceptionsDocument }) => document.city
const isEmpty = ({ unseen }: { unseen: readonly string[] }) => unseen.length === 0
const foreign = sample({ contract: 'hotline/1' })

describe('a panel over operational data', () => {
  const panel = definePanel({ id: 'p', title: '面板', dataset, metrics: ['m'], View, isEmpty })

  it('hands its View a document of its own contract with its operational part', () => {
    const element = panel.render(sample())
    expect(isValidElement(element) && element.type).toBe(View)
    expect(isValidElement(element) && element.props).toEqual({
      document: sample(),
      operation: { unseen: [] },
    })
  })

  it('renders nothing without an operational part or of another contract', () => {
    expect(panel.render(sample({ operation: null }))).toBeNull()
    expect(panel.render(foreign)).toBeNull()
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

describe('a standing panel', () => {
  const panel = definePanel({ id: 's', title: '面板', dataset, metrics: [], chrome: 'bare', Standing })

  it('stands without operational data, and is never empty', () => {
    const absent = sample({ operation: null })
    const element = panel.render(absent)
    expect(isValidElement(element) && element.type).toBe(Standing)
    expect(panel).toMatchObject({ standing: true, chrome: 'bare' })
    expect(panel.isEmpty(absent)).toBe(false)
    expect(panel.render(foreign)).toBeNull()
  })
})
