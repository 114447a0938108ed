import { NOTICE_FIELDS, type Action } from '../../panel/action'
import { words } from './actions-words'

/** What can be done about anything that needs a person: its owner is told. */
export const actions: readonly Action[] = [
  { id: 'exceptions.notify', label: words.notify, raised: 'any', body: NOTICE_FIELDS },
]
