/** What the rules look at: one source file, what it imports and what it names. Built by `parse.ts`, never by regex over code. */
export interface Module {
  /** Repository path with forward slashes, `src/domains/hotline/contract.ts`. */
  path: string
  source: string
  imports: Import[]
  uses: Use[]
  /** Literal strings, for rules about values that belong in tokens. */
  strings: { text: string; line: number }[]
}

export interface Import {
  /** As written. */
  specifier: string
  /** Repository path for a relative or `/src/…` specifier, otherwise the bare specifier. */
  target: string
  kind: 'static' | 're-export' | 'dynamic' | 'glob' | 'url'
  /** Of types as a whole, so that nothing of it is left at run time; `import { type A }` still loads the file. */
  erased: boolean
  line: number
}

/** A name read, called or constructed; member access on a plain name is dotted (`Date.now`). */
export interface Use {
  name: string
  kind: 'read' | 'call' | 'new'
  args: number
  inFunction: boolean
  /** Stands in a comparison for equality, or is what a `switch` is about. */
  compared: boolean
  line: number
}

/** `check` returns one line a finding, `path:line what is wrong`. */
export interface Rule {
  name: string
  check: (modules: Module[]) => string[]
}

/** A rule that judges each file on its own. */
export function perModule(
  name: string,
  findings: (module: Module) => { line: number; text: string }[],
): Rule {
  return {
    name,
    check: (modules) =>
      modules.flatMap((module) => findings(module).map(({ line, text }) => `${module.path}:${line} ${text}`)),
  }
}

/** First folder under `src`, or the file's own name for `src/main.tsx`; undefined outside `src`. */
export const groupOf = (path: string): string | undefined => /^src\/([^/]+)/.exec(path)?.[1]

/** Folder of one domain (`src/domains/hotline`), undefined for `registry.ts` and everything else. */
export const domainOf = (path: string): string | undefined => /^src\/domains\/[^/]+(?=\/)/.exec(path)?.[0]

/** The path inside its domain, `contract.ts` or `views/Keys.tsx`. */
export const partOf = (path: string): string | undefined => /^src\/domains\/[^/]+\/(.+)$/.exec(path)?.[1]

export const isCode = (path: string): boolean => /\.tsx?$/.test(path)
