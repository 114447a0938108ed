import { useState } from 'react'
import type { RecordRow } from '../../../contract/records/record-rows'
import type { Action, Matter } from '../../../panel/action'
import { actionsOf } from '../../../domains/registry-actions'
import { useScreen } from '../../../panel/screen-context'
import controls from '../../../ui/controls.module.css'
import drawer from '../Drawer.module.css'
import styles from './Deeds.module.css'
import { isOpen } from './kept'
import { offersFor, wrongIn, type Offer } from './offers'
import { Reason } from './Reason'
import { Receipts } from './Receipts'
import { useDeeds } from './store'
import { useDoing } from './use-doing'
import { words } from './words'

interface DeedsProps {
  readonly domain: string
  /** The record that is acted on; without it what needs a person. */
  readonly row?: RecordRow
  readonly exception: Matter['exception']
}

/** What can be done about what stands in the drawer, and what became of it. Nothing where the site has no way for any of it. */
export function Deeds({ domain, row, exception }: DeedsProps) {
  const screen = useScreen()
  const { begin, again } = useDoing()
  const { deeds } = useDeeds()
  const [chosen, setChosen] = useState<Action | null>(null)
  const matter = { row, exception }
  const target = row?.key ?? exception?.subject ?? exception?.id ?? ''
  const offers = offersFor(domain, matter, target, screen)
  const wrong = wrongIn(domain, matter, screen.feed.wrong)
  const own = deeds.filter(
    ({ city, action, target: of }) =>
      city === screen.city.id && of === target && actionsOf(domain).some(({ id }) => id === action),
  )
  if (offers.length + wrong.length + own.length === 0) return null
  const isAsked = ({ id }: Action) => own.some((deed) => deed.action === id && isOpen(deed))
  const send = (action: Action, reason: string | null) => {
    begin(action, target, matter, reason)
    setChosen(null)
  }
  return (
    <section data-deeds={target}>
      <h4 className={drawer.heading}>{words.title}</h4>
      {offers.length > 0 && (
        <div className={styles.offers}>
          {offers.map((offer) => (
            <OfferButton
              key={offer.action.id}
              {...offer}
              disabled={isAsked(offer.action)}
              onPress={() => setChosen(offer.action)}
            />
          ))}
        </div>
      )}
      {chosen && <Reason key={chosen.id} action={chosen} onSend={send} onCancel={() => setChosen(null)} />}
      {wrong.map(({ action, why }) => (
        <p key={action.id} className={drawer.note}>
          {words.wrong(action.label, why)}
        </p>
      ))}
      <Receipts domain={domain} deeds={own} onAgain={again} />
    </section>
  )
}

interface OfferButtonProps extends Offer {
  readonly disabled: boolean
  readonly onPress: () => void
}

function OfferButton({ action: { id, label }, href, demo, disabled, onPress }: OfferButtonProps) {
  const text = words.labelled(label, demo)
  if (href === null)
    return (
      <button
        type="button"
        className={controls.button}
        data-action={id}
        disabled={disabled}
        onClick={onPress}
      >
        {text}
      </button>
    )
  return (
    <a
      className={controls.button}
      data-action={id}
      href={href}
      target={href.startsWith('https:') ? '_blank' : undefined}
      rel="noopener noreferrer"
    >
      {text}
    </a>
  )
}
