import type { DocumentResource, InputRole } from '../contract/resource'
import type { Panel } from './define-panel'

/** Panels that are downloaded together. */
interface Chunk {
  /** Ids of the panels in it, in any order. */
  readonly panels: readonly string[]
  readonly load: () => Promise<{ readonly panels: readonly Panel[] }>
}

/** A domain of the city as its manifest gives it: what it answers for, what it takes part in, where its panels are. */
export interface Domain {
  /** Its folder, and the id of its document. */
  readonly id: string
  /** As it is spoken of in a sentence: 热线. */
  readonly name: string
  readonly document: DocumentResource
  /** It says what needs a person, so the exception list waits for it. */
  readonly raises: boolean
  /** It has figures by town, so the city map shows it. */
  readonly places: boolean
  /** Its document is the exception list of the whole city. */
  readonly collects: boolean
  readonly chunks: readonly Chunk[]
}

interface DomainSpec {
  readonly name: string
  readonly document: DocumentResource
  readonly raises?: boolean
  readonly places?: boolean
  readonly collects?: boolean
  readonly chunks: readonly Chunk[]
}

/** Makes a domain. Adding one touches no existing file: the registry finds every `domains/<folder>/manifest.ts`. */
export function defineDomain({ document, ...spec }: DomainSpec): Domain {
  return { raises: false, places: false, collects: false, ...spec, id: document.id, document }
}

/** The domains as a screen hands them to its panels. */
export interface Domains {
  readonly documents: readonly DocumentResource[]
  /** Documents that a derived one is made of, in the order of the configuration. */
  readonly inputsOf: (role: InputRole) => readonly DocumentResource[]
  /** How a domain is spoken of; its id where nobody knows it. */
  readonly nameOf: (id: string) => string
}

/** `order` are the ids of the configured sources: what a site names first stands first wherever domains are listed. */
export function domainsIn(all: readonly Domain[], order: readonly string[]): Domains {
  const place = (id: string) => {
    // One that is only counted from records stands where the first of them do.
    const at = order.findIndex((name) => `${name}.`.startsWith(`${id}.`))
    return at < 0 ? order.length : at
  }
  const sorted = all.toSorted((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1))
  const names = new Map(sorted.map(({ id, name }) => [id, name]))
  const roles = {
    raises: sorted.filter(({ raises }) => raises).map(({ document }) => document),
    places: sorted.filter(({ places }) => places).map(({ document }) => document),
  }
  return {
    documents: sorted.map(({ document }) => document),
    inputsOf: (role) => roles[role],
    nameOf: (id) => names.get(id) ?? id,
  }
}
