import { OPEN } from '../../config/open'
import { Handover } from './Handover'
import { Listed } from './Listed'
import { Record } from './Record'
import { EvidenceOf, Rows } from './Rows'
import { Study } from './Study'
import { Why } from './Why'

/** What the link says stands open beside the picture. */
export function Drawer({ open }: { readonly open: string }) {
  const [, kind, id = '', records, key = ''] = OPEN.exec(open) ?? []
  if (records !== undefined) return <Record records={records} name={key} />
  if (kind === 'why') return <Why id={id} />
  if (open === 'page:handover') return <Handover />
  if (kind === 'study') return <Study of={id} />
  if (kind === 'list') return <Listed name={id} />
  if (kind === 'evidence') return <EvidenceOf id={id} />
  return kind === 'rows' ? <Rows of={id} /> : null
}
