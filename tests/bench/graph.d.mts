export interface Module {
  readonly now: ReadonlySet<string>
  readonly later: ReadonlySet<string>
  readonly facade?: string | undefined
}
export function readModule(file: string, code: string): Pick<Module, 'now' | 'later'>
export function closure(modules: ReadonlyMap<string, Module>, names: readonly string[]): Set<string>
export function reachable(
  modules: ReadonlyMap<string, Module>,
  names: readonly string[],
  follow?: (module: Module) => boolean,
): Set<string>
