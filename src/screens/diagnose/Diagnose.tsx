import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Site } from '../../config/site'
import { checkSource, createCheck, verdictWords, type Verdict } from '../../data/check-source'
import { namesOf, type ReadContext } from '../../data/read-source'
import { everyMsOf, readDocuments, type Sources } from '../../data/record-sources'
import type { ReaderThread } from '../../data/reader-thread'
import { domains } from '../../domains/registry'
import { domainsIn } from '../../panel/domain'
import type { Commands, Shown } from '../commands'
import styles from './Diagnose.module.css'
import { limitsOf } from '../../config/written'
import { words } from './words'

export interface DiagnoseProps {
  readonly site: Site
  readonly mode: { readonly fetch: ReadContext['fetch'] }
  readonly startThread: () => ReaderThread
  readonly shown: Pick<Shown, 'problems'>
  readonly commands: Pick<Commands, 'wallAddress'>
}

/**
 * `?diagnose`: every source read once and judged, in the words of `npm run check-live`, with the masked answer and what the
 * mapping made of it side by side. For whoever connects a system, not for a wall: it polls nothing.
 */
export function Diagnose({ site, mode, startThread, shown: link, commands }: DiagnoseProps) {
  const { verdicts, checking, again } = useVerdicts(site, mode.fetch, startThread)
  const [chosen, choose] = useState<string | null>(null)
  const shown = verdicts.find(({ id }) => id === chosen) ?? verdicts.find(({ fault }) => fault) ?? verdicts[0]
  const lines = linesOf(site, verdicts)
  const count = (state: Line['state']) => lines.filter((line) => line.state === state).length
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { mode: site.config.mode, screen: 'diagnose' })
    if (!checking) document.documentElement.dataset['ready'] = 'true'
  }, [site, checking])
  const profile = site.view.profile === undefined ? 'config.json' : `config.${site.view.profile}.json`
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <span>
          {profile} · {site.city.name}
        </span>
        <span role="status">
          {checking ? words.checking : words.result(count('well'), count('failed'), count('none'))}
        </span>
        <button type="button" className={styles.button} onClick={again} disabled={checking}>
          {words.again}
        </button>
        <a className={styles.button} href={commands.wallAddress()}>
          {words.leave}
        </a>
      </header>
      <LinkProblems {...link} />
      <ul className={styles.list} aria-label={words.sources}>
        {lines.map(({ id, way, verdict }) => (
          <li key={id}>
            {verdict ? (
              <button
                type="button"
                className={styles.line}
                data-source={id}
                data-verdict={verdict.fault?.kind ?? 'ok'}
                aria-pressed={verdict === shown}
                onClick={() => choose(id)}
              >
                <Checked verdict={verdict} />
              </button>
            ) : (
              <div className={styles.line} data-source={id} data-way={way}>
                <b>{words.mark[way]}</b>
                <span>{id}</span>
                <span>{documents.get(id)?.contract}</span>
                <span />
                <span>{words.way[way]}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown && <Sides verdict={shown} />}
    </main>
  )
}

/** What of the link means nothing here. */
function LinkProblems({ problems }: DiagnoseProps['shown']) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.list} aria-label={words.link}>
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <div className={styles.line} data-link-problem>
            <b>!</b>
            <span>{field}</span>
            <span>{message}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Checked({ verdict }: { readonly verdict: Verdict }) {
  const { mark, kind, says } = verdictWords(verdict)
  return (
    <>
      <b>{mark}</b>
      <span>{verdict.id}</span>
      <span>{verdict.contract}</span>
      <span>{kind}</span>
      <span>{says}</span>
      {verdict.warnings.map((warning) => (
        <span key={warning} className={styles.warnings}>
          {words.warning(warning)}
        </span>
      ))}
    </>
  )
}

const documents = new Map(domains.map(({ document }) => [document.id, document]))

/** How a site comes by a document: it is read, put together of others (which is no source), or not had at all. */
function wayOf(sources: Sources, id: string): 'read' | 'derived' | 'none' {
  if (everyMsOf(sources, id) !== undefined) return 'read'
  return sources[id]?.derive ? 'derived' : 'none'
}

/** One document of the site, in the order of the data health: what fails first, otherwise as the configuration names them. */
interface Line {
  readonly id: string
  readonly way: ReturnType<typeof wayOf>
  /** Undefined until it is checked, and of what is not read. */
  readonly verdict: Verdict | undefined
  readonly state: 'failed' | 'none' | 'well' | 'checking'
}

const FIRST = ['failed', 'none', 'well', 'checking'] as const

function linesOf({ config: { sources } }: Site, verdicts: readonly Verdict[]): readonly Line[] {
  const all = domainsIn(domains, Object.keys(sources)).documents.map(({ id }): Line => {
    const [way, verdict] = [wayOf(sources, id), verdicts.find((one) => one.id === id)]
    const told = verdict ? (verdict.fault ? 'failed' : 'well') : 'checking'
    return {
      id,
      way,
      verdict,
      state: way === 'read' ? told : way === 'none' ? 'none' : derivedState(sources, verdicts),
    }
  })
  // What is well does not move while others are still checked.
  const rank = ({ state }: Line) => Math.min(FIRST.indexOf(state), FIRST.indexOf('well'))
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** What is put together stands as long as anything it may be made of does. */
function derivedState(sources: Site['config']['sources'], verdicts: readonly Verdict[]): Line['state'] {
  if (verdicts.length < readDocuments(sources).length) return 'checking'
  return verdicts.some(({ fault }) => !fault) ? 'well' : 'failed'
}

/** One check after the other, so that a check is never the load that breaks what it checks. */
function useVerdicts(site: Site, request: ReadContext['fetch'], startThread: () => ReaderThread) {
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([])
  const [round, setRound] = useState(0)
  const [checking, setChecking] = useState(true)
  const wanted = useMemo(() => readDocuments(site.config.sources), [site])
  useEffect(() => {
    let current = true
    const thread = startThread()
    const { config, city, view } = site
    const scope = { city: city.id, code: city.code, region: view.region ?? null }
    const names = namesOf(city)
    const context = {
      audience: config.audience,
      limits: limitsOf(site.metrics),
      calendar: site.calendar,
      rules: site.rules,
      names,
      fetch: request,
      thread,
    }
    const check = createCheck(context, config.sources)
    const run = async () => {
      for (const id of wanted) {
        const verdict = await checkSource(check, documents.get(id), id, scope, Date.now())
        if (!current) return
        setVerdicts((before) => [...before.filter((v) => v.id !== id), verdict].toSorted(inOrder(wanted)))
      }
      setChecking(false)
    }
    void run()
    return () => {
      current = false
      thread.stop()
    }
  }, [site, request, startThread, wanted, round])
  const again = useCallback(() => {
    setChecking(true)
    setRound((n) => n + 1)
  }, [])
  return { verdicts, checking, again }
}

function inOrder(wanted: readonly string[]) {
  const place = new Map(wanted.map((id, i) => [id, i]))
  return (a: Verdict, b: Verdict) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)
}

function Sides({ verdict }: { readonly verdict: Verdict }) {
  const { raw, mapped, fault, url } = verdict
  return (
    <div className={styles.sides}>
      <section aria-label={words.answer.about}>
        <h2>
          {words.answer.title} <code>{url}</code>
        </h2>
        <pre tabIndex={0}>{raw === undefined ? words.answer.none : JSON.stringify(raw, null, 2)}</pre>
      </section>
      <section aria-label={words.mapped.title}>
        <h2>
          {words.mapped.title} <code>{verdict.contract}</code>
          {fault?.field !== undefined && <b className={styles.field}>{words.wrongField(fault.field)}</b>}
        </h2>
        <pre tabIndex={0}>{mapped === undefined ? words.mapped.none : JSON.stringify(mapped, null, 2)}</pre>
      </section>
    </div>
  )
}
