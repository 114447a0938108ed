import { readdirSync, readFileSync } from 'node:fs'
import { metricDictionary, type MetricDictionary } from '../../src/config/metrics'

/** The shipped KPI dictionary, all datasets merged. */
export function readMetrics(): MetricDictionary {
  const folder = 'public/config/metrics'
  return Object.fromEntries(
    readdirSync(folder).flatMap((file) =>
      Object.entries(metricDictionary.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))).metrics),
    ),
  )
}
