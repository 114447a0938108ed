import type { ViewProps } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { useScreen } from '../../../panel/screen-context'
import { readChosen, writeChosen } from '../../../video/patrol'
import type { VideoDocument } from '../contract'
import { words } from '../words'
import { Ageing } from './Ageing'
import styles from './More.module.css'
import { Patrol } from './Patrol'
import { Quality } from './Quality'
import { Sources } from './Sources'
import { markOf } from './targets'
import { Towns } from './Towns'
import { Trend } from './Trend'
import { Types } from './Types'

type Props = ViewProps<VideoDocument>

/** Parts of what is said of the network, each a page. */
const PAGES = ['towns', 'sources', 'quality', 'types', 'ageing', 'trend', 'patrol'] as const
type Page = (typeof PAGES)[number]

/** Of the line of buttons and what is under it, u. */
const BUTTONS = 54

/** Everything about the whole network beside large pictures, by the page: what a city's platform does not tell has none. */
export function More(props: Props) {
  const { operation, size } = props
  const { marks } = usePanel()
  const { pictures, look } = useScreen()
  const chosen = readChosen(pictures)
  const pages = PAGES.filter((page) => operation[page] !== undefined)
  // A source that falls short stands open until somebody looks for something else.
  const urgent: Page | null = operation.sources?.some((one) => markOf(marks, one)) ? 'sources' : null
  const shown = pages.find((page) => page === (chosen.page ?? urgent)) ?? pages[0]
  return (
    <div className={styles.more}>
      <div className={styles.pages} role="group" aria-label={words.more.pages}>
        {pages.map((page) => (
          <button
            key={page}
            type="button"
            aria-pressed={page === shown}
            onClick={() => look({ pictures: writeChosen({ ...chosen, page }) })}
          >
            {words.more[page]}
          </button>
        ))}
      </div>
      <div className={styles.page}>
        {shown && <View {...props} page={shown} size={{ ...size, height: size.height - BUTTONS }} />}
      </div>
    </div>
  )
}

function View({ page, ...props }: Props & { readonly page: Page }) {
  const { operation } = props
  const { towns, sources, quality, types, ageing, trend, patrol } = operation
  if (page === 'towns' && towns) return <Towns {...props} operation={{ ...operation, towns }} />
  if (page === 'sources' && sources) return <Sources {...props} operation={{ ...operation, sources }} />
  if (page === 'quality' && quality) return <Quality {...props} operation={{ ...operation, quality }} />
  if (page === 'types' && types) return <Types {...props} operation={{ ...operation, types }} />
  if (page === 'ageing' && ageing) return <Ageing {...props} operation={{ ...operation, ageing }} />
  if (page === 'trend' && trend) return <Trend {...props} operation={{ ...operation, trend }} />
  return patrol && <Patrol {...props} operation={{ ...operation, patrol }} />
}
