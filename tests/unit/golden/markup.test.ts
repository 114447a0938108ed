import { expect, it } from 'vitest'
import { linesOf } from './markup'

it('a row of a list is one line with its cells between bars, words of a sentence stay together', () => {
  const html =
    '<ul class="a"><li><span>景泰</span><b>31 件</b></li><li><p>剩 <b>2</b> 天</p><p>区水务局</p></li></ul>'
  expect(linesOf(html)).toEqual(['景泰 | 31 件', '剩 2 天 | 区水务局'])
})

it('a figure carries its metric, and its exact value where the printed one is rounded', () => {
  const figure = (value: string, text: string) =>
    linesOf(`<p data-metric="open" data-value="${value}">${text}<i>件</i></p>`)
  expect(figure('1284', '1,284')).toEqual(['[open] 1,284 件'])
  expect(figure('31842.123456', '3.2 万')).toEqual(['[open 31842.1235] 3.2 万 件'])
  expect(figure('', '—')).toEqual(['[open] — 件'])
})

it('marks, icons with a name and buttons are said in words; decoration is silent', () => {
  expect(linesOf('<svg role="img" aria-label="一级 第 3 件"><text>3</text></svg>')).toEqual([
    '(一级 第 3 件)',
  ])
  expect(linesOf('<button aria-label="关闭"><svg aria-hidden="true"><path></path></svg></button>')).toEqual([
    '‹关闭›',
  ])
  expect(linesOf('<div role="group" aria-label="2021 年报"><p>1</p><p>2</p></div>')).toEqual([
    '2021 年报：',
    '1',
    '2',
  ])
})

it('classes, styles, nesting and comments leave no trace, characters are as a person reads them', () => {
  const plain = linesOf('<p>a &lt; b &amp; c</p>')
  expect(plain).toEqual(['a < b & c'])
  expect(linesOf('<div class="x"><div><p style="left:3%">a &lt; b<!-- --> &amp; c</p></div></div>')).toEqual(
    plain,
  )
})
