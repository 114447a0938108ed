import { definePanel } from '../../panel/define-panel'
import { FactsChip } from '../../panel/FactsChip'
import { words } from './partly-words'
import { cityOverview as dataset } from './resources'
import { Connected } from './views/Connected'
import { Plans } from './views/Plans'
import { Reform } from './views/Reform'

export const panels = [
  definePanel({
    id: 'city-connected',
    title: words.title.connected,
    dataset,
    metrics: [],
    facts: FactsChip,
    Standing: Connected,
  }),
  definePanel({
    id: 'city-reform',
    title: words.title.reform,
    dataset,
    metrics: [],
    facts: FactsChip,
    Standing: Reform,
  }),
  definePanel({
    id: 'city-plans',
    title: words.title.plans,
    dataset,
    metrics: [],
    facts: FactsChip,
    Standing: Plans,
  }),
]
