export interface StackOptions {
  /** Folder of the build; default `dist`. */
  readonly dist?: string
  /** Moment of the test data, ISO; default now. */
  readonly clock?: string
  /** How often the feeds move on, ms; 0: only when a test says so. */
  readonly tickMs?: number
  /** Who may read, by the name of a file in deploy/nginx. */
  readonly access?: 'open' | 'auth-request' | 'client-certificate'
  /** Writes what that file needs into the stack's folder. */
  readonly prepare?: (folder: string) => void
}

/** Servers that give moving pictures, and the camera that feeds each: there where their packages are, and started by whoever needs them. */
type MediaName = 'hls' | 'flv' | 'whep'
export type ServerName =
  | 'postgres'
  | 'peer'
  | 'nginx'
  | 'prometheus'
  | 'mosquitto'
  | MediaName
  | `${MediaName}-camera`

/** What the test peer has counted. */
export interface Counters {
  readonly requests: Readonly<Record<string, number>>
  /** Queries by `<dataset>/<region>`. */
  readonly sql: Readonly<Record<string, number>>
  readonly sqlSeconds: number
  readonly checks: number
  readonly renewals: number
  readonly streams: number
  /** Channels called up on the video platform. */
  readonly calls: Readonly<Record<string, number>>
  /** What cameras were told, in order: `<channel> <command>`. */
  readonly told: readonly string[]
}

export interface Stack {
  readonly url: string
  readonly ports: Readonly<
    Record<'nginx' | 'tls' | 'peer' | 'postgres' | 'prometheus' | 'mqtt' | 'mqttWs', number>
  >
  readonly folder: string
  /** What nginx serves: a copy of the build that a test may change. */
  readonly site: string
  readonly pg: {
    query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  }
  counters(ask?: string): Promise<Counters>
  kill(name: ServerName): Promise<void>
  start(name: ServerName): Promise<void>
  /** Stops it where it stands, its connections open, or lets it go on. */
  signal(name: ServerName, signal: 'SIGSTOP' | 'SIGCONT'): void
  stop(): Promise<void>
}

export function startStack(options?: StackOptions): Promise<Stack>
