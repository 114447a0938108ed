import { pageOf, type Asked, type RowList } from './page'

/** The list of what a question looks for (`q`); what looks is fetched when somebody does. */
export async function sought<Row extends object>(list: RowList<Row>, asked: Asked): Promise<RowList<Row>> {
  const { q = '' } = asked
  return q.trim() === '' ? list : (await import('./search')).searched(list, q)
}

/** One page of what a question looks for. */
export const pageSought = async <Row extends object>(list: RowList<Row>, asked: Asked) =>
  pageOf(await sought(list, asked), asked)
