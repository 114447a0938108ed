import { noteOf, noticesOf } from '../../contract/notices'
import { inRegion, unplacedIn } from '../../contract/in-region'
import { derivedOf, type Inputs } from '../../contract/resource'
import { byUrgency } from '../../contract/severity'
import type { ExceptionsDocument } from './contract'

/** As many as the contract holds: a flood is to be seen whole, whatever a duty room can act on at a time. */
const MOST = 2000

/**
 * Everything the domains raise, in one list. A domain that could not be read, is not connected, has gone stale or does not say
 * what needs a person is named, not silently calm; what a stale one raised stays, because nobody has said that it is over. Of a source
 * that knows only the whole city a town has what lies there; what lies nobody knows where is counted, and not claimed for the town.
 */
function derive(inputs: Inputs, stale: ReadonlySet<string>, town: string | null) {
  const sees = (id: string) => {
    const document = inputs.get(id)
    return document?.operation != null && document.judged !== false && !stale.has(id)
  }
  const ids = [...inputs.keys()]
  const absent = ids.filter((id) => inputs.get(id)?.absence !== undefined)
  let unplaced = 0
  const items = [...inputs.values()].flatMap((document) => {
    const { exceptions = [], region = '', rules } = document ?? {}
    unplaced += rules?.unplaced ?? 0
    if (town === null || region.startsWith(town)) return exceptions
    const here = inRegion(exceptions, town)
    unplaced += unplacedIn(exceptions, here)
    return here
  })
  return {
    ...(town !== null && { region: town }),
    exceptions: items.sort(byUrgency).slice(0, MOST),
    operation: {
      unseen: ids.filter((id) => !sees(id)),
      ...(absent.length > 0 && { absent }),
      ...(unplaced > 0 && { unplaced }),
    },
  }
}

/** 需要处置: what needs a person now, over all domains. */
export const exceptions = derivedOf<ExceptionsDocument>({ id: 'exceptions', inputs: 'raises', derive })

/** What the seats of the room did about them, so that each knows of the others. Not in the first view: nothing there asks for it. */
export const notices = /* @__PURE__ */ noticesOf('exceptions')

/** One more of it. */
export const note = /* @__PURE__ */ noteOf('exceptions')
