import { namesProvider, sourcesIn, type Source } from './source'

/** A camera as a tile shows it. */
export interface CameraShown {
  readonly id: string
  readonly name: string
  /** Whose it is and where, in the order in which it is said. */
  readonly meta: readonly string[]
  readonly sources: readonly Source[]
  /** In place of them: its address line, of which somebody has to be asked what it stands for. */
  readonly named?: string | undefined
  /** What lists of cameras go by: field → value, a place as its code. */
  readonly by?: Readonly<Record<string, string>>
  /** It says of itself that it can be turned, or that it cannot; nobody says anything where it is left out. */
  readonly turns?: boolean | undefined
  /** Whoever looks may not see it. */
  readonly withheld?: boolean
  /** The register says that it is cut off. */
  readonly offline: boolean
  /** What else is to be said of that. */
  readonly notes?: readonly string[]
  /** Since when, epoch ms; null where nobody says. */
  readonly since: number | null
  /** When the register said so, where that is not the shown moment: it is as old as its data. */
  readonly toldAt?: number
}

/** @param stream the addresses as its record has them; null where it has none */
export function cameraFrom(camera: Omit<CameraShown, 'sources'>, stream: string | null): CameraShown {
  const named = stream !== null && namesProvider(stream) ? stream : undefined
  const sources = named === undefined ? sourcesIn(stream ?? '') : []
  return { ...camera, sources, named }
}

/** The camera without its pictures. */
export const withheld = (camera: CameraShown): CameraShown => ({
  ...camera,
  sources: [],
  named: undefined,
  withheld: true,
})

/** Whether its record says where its pictures are. */
export const hasAddress = ({ sources, named }: CameraShown): boolean =>
  sources.length > 0 || named !== undefined
