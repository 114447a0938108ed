import { studyOf } from '../../domains/registry-studies'
import { useScreen } from '../../panel/screen-context'
import styles from './Drawer.module.css'
import { Frame } from './Frame'
import { narrowedText, readNarrowed } from './narrowed'
import { words } from './words'

/** A long time of a domain's records, as a link narrows it: `study:hotline:category=噪声扰民`. */
export function Study({ of }: { readonly of: string }) {
  const { domains, open, regionName } = useScreen()
  const { metric: domain, narrowed } = readNarrowed(of)
  const part = studyOf(domain)
  return (
    <Frame
      wide
      crumbs={[domains.nameOf(domain), words.study.title]}
      title={words.study.of(domains.nameOf(domain))}
      meta={regionName}
    >
      {part ? (
        <part.Part
          asked={narrowed}
          onAsk={(next) => open(`study:${narrowedText({ metric: domain, narrowed: next, q: '' })}`)}
        />
      ) : (
        <p className={styles.note}>{words.study.none(domains.nameOf(domain))}</p>
      )}
    </Frame>
  )
}
