import { insightOf } from '../../domains/registry-insights'
import type { InsightProps } from '../../panel/insight'

/** What the domain of a figure or exception has to say of it besides its records. */
export function Insight({ domain, metric, subject, limit }: InsightProps & { readonly domain: string }) {
  const part = insightOf(domain)
  return part ? <part.Part {...{ metric, subject, limit }} /> : null
}
