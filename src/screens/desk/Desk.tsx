import { useEffect, useMemo } from 'react'
import { loadOf } from '../../panel/alarms/load'
import { useRoom } from '../../panel/alarms/use-room'
import { ScreenContext, useAt, useScreen } from '../../panel/screen-context'
import { ExceptionsProvider, useExceptions } from '../../panel/use-exceptions'
import { UnitContext } from '../../ui/unit'
import { Drawer } from '../drawer/Drawer'
import { InPlace } from '../drawer/Frame'
import { collecting, useScreenOf, watch, type ScreenProps } from '../make-screen'
import { Context } from './Context'
import styles from './Desk.module.css'
import { Calls } from './Calls'
import { entriesOf, foundIn, type ListName } from './entries'
import { Head } from './Head'
import { List } from './List'
import { Tabs } from './Tabs'
import { Unseen } from './Unseen'
import { useDeskKeys } from './use-desk-keys'
import { useReadyOnce } from './use-ready-once'
import { words } from './words'

/** Pixels per design unit: the smallest type, 20 u, is 13 px. */
const U = 0.66

/** The screen of whoever is on duty: what needs somebody, one of it whole, and what the room stands on. */
export function Desk(props: ScreenProps) {
  const { site, shown } = props
  const { screen } = useScreenOf(props, { faults: site.faults, light: shown.theme === 'light' })
  const { config, city } = site
  useEffect(() => {
    const root = document.documentElement
    const { theme } = shown
    Object.assign(root.dataset, { mode: config.mode, screen: 'desk', city: city.id, theme })
    root.style.setProperty('--u', `${U}px`)
    document.title = `${words.title} · ${city.name}`
  }, [config, city, shown])
  useLightPaper()
  if (!collecting) return null
  return (
    <ScreenContext value={screen}>
      <UnitContext value={U}>
        <ExceptionsProvider of={collecting}>
          <Laid {...props} regionName={screen.region === null ? null : screen.regionName} />
          <watch.Part of={collecting} />
        </ExceptionsProvider>
      </UnitContext>
    </ScreenContext>
  )
}

/** Paper is white whatever the screen is. */
function useLightPaper(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let screen: string | undefined
    const before = () => {
      screen = dataset['theme']
      dataset['theme'] = 'light'
    }
    const after = () => {
      if (screen !== undefined) dataset['theme'] = screen
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}

/** What the link says is shown: a list, what is looked for in it, and what of it stands in the middle. */
function useDesk({ shown }: ScreenProps, nameOf: (domain: string) => string) {
  const { find = '', open } = shown.view
  const list: ListName = shown.view.list ?? 'open'
  const items = useExceptions()
  const journal = useRoom((room) => room.journal)
  const minute = useAt((now) => Math.floor(now / 60_000))
  const flooded = useMemo(() => loadOf(journal, minute * 60_000).floodSince !== null, [journal, minute])
  const all = entriesOf(list, items, journal.alarms)
  const entries = foundIn(all, find, nameOf)
  const first = entries[0]?.item.id
  // Where nobody is needed there is still a shift to hand over.
  const what = open ?? (first === undefined ? 'page:handover' : `why:${first}`)
  const chosen = what.startsWith('why:') ? what.slice(4) : undefined
  return { list, find, all, entries, what, chosen, flooded }
}

function Laid(props: ScreenProps & { readonly regionName: string | null }) {
  const { mode, shown, commands, regionName } = props
  const { domains } = useScreen()
  const desk = useDesk(props, domains.nameOf)
  useReadyOnce()
  const choose = (id: string) => commands.look({ open: `why:${id}` })
  const legend = useDeskKeys(desk, commands)
  return (
    <div className={styles.desk} data-desk>
      <Head
        demo={mode.label?.(shown.view)}
        problems={shown.problems}
        regionName={regionName}
        commands={commands}
      />
      <section className={styles.side} aria-label={words.items}>
        <Tabs {...desk} look={commands.look} />
        <Calls />
        {collecting && (
          <Unseen of={collecting} list={desk.list} shown={desk.entries.length} all={desk.all.length} />
        )}
        <List {...desk} onChoose={choose} />
      </section>
      <main className={styles.middle}>
        <h2 className="sr-only">{words.detail}</h2>
        <InPlace value>
          <Drawer open={desk.what} />
        </InPlace>
      </main>
      <Context />
      {legend}
    </div>
  )
}
