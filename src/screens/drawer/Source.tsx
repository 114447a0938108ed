import { useMemo } from 'react'
import type { DataFault } from '../../data/data-fault'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useDocuments } from '../../panel/use-documents'
import styles from './Drawer.module.css'
import { words } from './words'

/** The document of a domain, which says where its records come from. */
export function useDomainDocument(domain: string) {
  const { domains } = useScreen()
  const own = useMemo(() => domains.documents.filter(({ id }) => id === domain), [domains, domain])
  return useDocuments(own)[0]?.document
}

interface SourceProps {
  readonly domain: string
  /** Data time of what is shown, ISO; that of the domain's document without it. */
  readonly asOf?: string | undefined
  /** Why there is nothing newer. */
  readonly fault?: DataFault | undefined
}

/** Where what stands in the drawer comes from, as of when, and whether it could be read again. */
export function Source({ domain, asOf, fault }: SourceProps) {
  const now = useNow()
  const document = useDomainDocument(domain)
  const at = asOf ?? document?.asOf
  if (!document || at === undefined) return null
  const { name, simulated } = document.source
  return (
    <p className={styles.source}>
      {words.source(name, simulated, stampText(Date.parse(at), now))}
      {fault && <span>{words.failed(fault.message)}</span>}
    </p>
  )
}
