import { groupOf, perModule, type Use } from './module'

const NETWORK =
  /^((window|globalThis|self)\.)?(fetch|XMLHttpRequest|EventSource|WebSocket)$|^navigator\.sendBeacon$/
const NO_NETWORK = ['lib', 'contract', 'ui', 'charts', 'map', 'panel', 'blocks', 'domains', 'screens']

const list = (uses: Use[], say: (name: string) => string) =>
  uses.map(({ name, line }) => ({ line, text: say(name) }))

export const noFetch = perModule('domains-do-not-fetch: data comes through src/data only', (module) =>
  NO_NETWORK.includes(groupOf(module.path) ?? '')
    ? list(
        module.uses.filter(({ name }) => NETWORK.test(name)),
        (name) => `${name} is for src/data (and video)`,
      )
    : [],
)

const ADDRESS = /^((window|globalThis|self)\.)?(location|history)$/

export const oneWriter = perModule(
  'one writer of the URL: screens and panels name a command, app/navigation carries it out',
  (module) =>
    NO_NETWORK.includes(groupOf(module.path) ?? '')
      ? list(
          module.uses.filter(({ name }) => ADDRESS.test(name)),
          (name) => `${name} is for src/app/navigation.ts`,
        )
      : [],
)

const EFFECT = /(^|\.)use(Layout|Insertion)?Effect$/
const MAY_HAVE_EFFECTS = ['charts', 'map', 'video', 'screens', 'panel', 'blocks', 'ui', 'app']

export const effects = perModule('useEffect only where the outside world is touched', (module) =>
  MAY_HAVE_EFFECTS.includes(groupOf(module.path) ?? '')
    ? []
    : list(
        module.uses.filter(({ name, kind }) => kind === 'call' && EFFECT.test(name)),
        (name) => `${name} belongs in ${MAY_HAVE_EFFECTS.join(', ')}`,
      ),
)

/** `new Date(value)` is a conversion and fine; only reading the clock or the dice is not. */
const isAmbient = ({ name, kind, args }: Use) =>
  kind !== 'read' &&
  (/^((window|globalThis)\.)?(Date\.now|Math\.random|performance\.now)$/.test(name) ||
    (name === 'Date' && args === 0))

const MUST_BE_PURE = /^src\/(lib|contract)\/|^src\/demo\/[^/]+\/|^src\/domains\/[^/]+\/[^/]+\.ts$/

export const clock = perModule(
  'clock and randomness are injected, never read at module scope',
  ({ path, uses }) =>
    list(
      uses.filter((use) => isAmbient(use) && (!use.inFunction || MUST_BE_PURE.test(path))),
      (name) => `${name}() here is not injected: the demo could not be frozen or replayed`,
    ),
)
