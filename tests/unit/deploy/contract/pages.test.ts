import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsFrom } from '../../../../deploy/contract/pages/counted'
import { recordKinds } from '../../../../deploy/contract/records'
import { fieldsIn } from '../../../../deploy/contract/walk'
import { words as rest } from '../../../../src/domains/exceptions/rest-words.zh'
import { all } from './published'

const { published, pages } = all

/** The row of a table that begins with `name`, as its cells. */
function rowOf(page: string, name: string): string[] {
  const line = (pages.get(page) ?? '').split('\n').find((each) => each.startsWith(`| \`${name}\` |`))
  return (line ?? '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .slice(1, -1)
}

describe('the pages of the contract', () => {
  it('are one for each domain, and one of what they share', () => {
    const domains = readdirSync('src/domains').filter((name) => !name.includes('.'))
    expect([...pages.keys()].toSorted()).toEqual(['README.md', ...domains.map((id) => `${id}.md`)])
  })

  it('have every field of every contract', () => {
    const missing = published.flatMap(({ id, kind, current }) => {
      const page = pages.get(`${id.split('.')[0]}.md`) ?? ''
      return fieldsIn(current).flatMap(({ path }) => {
        const named = path.replaceAll('.[]', '[]').replace(/^operation\./, '')
        if (kind === 'document' && !path.startsWith('operation.')) return []
        return page.includes(`| \`${named}\` |`) ? [] : [`${id} ${path}`]
      })
    })
    expect(missing).toEqual([])
  })

  it('say of a part which panels it feeds, what it means, its unit, its check and a value', () => {
    expect(rowOf('hotline.md', 'stages')).toEqual([
      '`stages`',
      expect.stringContaining('**办件环节**、12345 热线'),
      expect.stringContaining('顺序：待派单 → 待签收'),
      '',
      '列表 ≤ 4 项；口径待核：各环节之和不等于在办数',
      expect.stringContaining('"dispatch"'),
    ])
    // Read where it is there, and not needed: a panel says so by reading it.
    expect(rowOf('hotline.md', 'extensions')).toEqual([
      '`extensions`',
      expect.stringContaining('办件环节'),
      '在办工单中已批准延期的件数',
      '件',
      '整数 ≥ 0',
      '`6`',
    ])
  })

  it('say of every column of every kind which parts are computed from it, and of every part that is from which', () => {
    const wrong = recordKinds.flatMap((kind) => {
      const parts = partsFrom(kind)
      if (!parts || parts.alone.length + parts.together.length === 0) return []
      const section = (pages.get(`${kind.id.split('.')[0]}.md`) ?? '').split(`## 记录 ${kind.id}/`)[1] ?? ''
      const [, rows = ''] = section.split('\n## ')[0]?.split('每一列用来算什么') ?? []
      const columns = Object.keys(kind.columns).filter((column) => !rows.includes(`| \`${column}\` |`))
      const named = [...parts.alone, ...parts.together].filter((part) => !rows.includes(`\`${part}\``))
      return [...columns, ...named].map((name) => `${kind.id} ${name}`)
    })
    expect(wrong).toEqual([])
  })

  it('ask for few parts that no panel reads', () => {
    const unread = published
      .filter(({ kind }) => kind === 'document')
      .flatMap(({ id, current }) =>
        fieldsIn(current).flatMap(({ path }) => {
          const [first, part, ...rest] = path.split('.')
          if (first !== 'operation' || part === undefined || rest.length > 0) return []
          return rowOf(`${id}.md`, part)[1] === '—' ? [`${id} ${part}`] : []
        }),
      )
    // Sent by the demo and by recipes, and printed nowhere; the two days are read over all domains, by panels of another one.
    expect(unread.toSorted()).toEqual([
      ...['classes', 'lateResources', 'platform'].map((part) => `data-aggregation ${part}`),
      'hotline twoDays',
    ])
    for (const title of Object.values(rest.title)) expect(rowOf('hotline.md', 'twoDays')[2]).toContain(title)
  })

  it.each(recordKinds.map((kind) => [kind.id, kind] as const))(
    'say of %s what each column means, and what is counted from it',
    (id, kind) => {
      const page = pages.get(`${id.split('.')[0]}.md`) ?? ''
      for (const [name, { about }] of Object.entries(kind.columns))
        expect(page).toContain(`| \`rows[].${name}\` | ${about}`)
    },
  )

  it('name the parts of the hotline that its orders tell', () => {
    const told = /由它算出的部分：([^。]*)。/.exec(pages.get('hotline.md') ?? '')?.[1]
    expect(told).toContain('`stages`')
    expect(told).toContain('`dispatch`')
    // What no order tells.
    expect(told).not.toContain('keyItems')
  })
})
