import type { SceneConfig } from '../config/scene'
import { isSceneFault, type ListedScene, type Scenes } from '../config/site'
import { ConfigFault, readConfig, type ConfigReader } from './read-config'
import { words } from './words'

/** A scene whose file could not be fetched is asked for again after this long. */
const AGAIN_MS = 10_000

type File = ListedScene['file']

/** A scene's file, checked, and about the scene it is named after. @throws ConfigFault */
export async function readScene(id: string, reader: ConfigReader): Promise<SceneConfig> {
  const path = `config/scenes/${id}.json`
  const scene = await readConfig(path, 'scene', reader)
  if (scene.id === id) return scene
  throw new ConfigFault(
    words.file.wrong(path),
    [{ field: 'id', message: words.file.otherId(id, scene.id) }],
    false,
    false,
  )
}

interface Entry {
  readonly id: string
  readonly title: string | undefined
  readonly dataset?: string | undefined
}

/** A scene as far as the site and the files read so far name it. */
function sceneOf({ id, title, dataset }: Entry, files: ReadonlyMap<string, File>): ListedScene {
  const file = files.get(id)
  const own = file && !isSceneFault(file) ? file : undefined
  const name = title ?? own?.title ?? id
  const rest = own?.rest
  return {
    id,
    title: name,
    dataset: own?.dataset ?? dataset ?? null,
    file,
    ...(rest && { rest: { id: rest, title: name, dataset: null, file: files.get(rest) } }),
  }
}

/**
 * Keeps the scenes of a site: what is `known` at the start, the others as they are wanted. A file that fails costs its own tab, which
 * says so; where the fault is of the network it is asked for again by itself.
 */
export function createScenes(
  entries: readonly Entry[],
  known: ReadonlyMap<string, SceneConfig | ConfigFault>,
  reader: ConfigReader,
): Scenes {
  const listeners = new Set<() => void>()
  const files = new Map<string, File>(known)
  const reading = new Set<string>()
  const listed = () => entries.map((entry) => sceneOf(entry, files))
  let now = listed()

  const keep = (id: string, file: File) => {
    files.set(id, file)
    now = listed()
    for (const listener of listeners) listener()
  }
  const read = async (id: string): Promise<void> => {
    reading.add(id)
    try {
      keep(id, await readScene(id, reader))
    } catch (error) {
      const fault =
        error instanceof ConfigFault
          ? error
          : new ConfigFault(
              words.file.scene(id),
              [{ field: words.program, message: String(error) }],
              false,
              false,
            )
      keep(id, fault)
      if (fault.passing) setTimeout(() => want(id), AGAIN_MS)
    } finally {
      reading.delete(id)
    }
  }
  const want = (id: string) => {
    const file = files.get(id)
    if (
      (file && !isSceneFault(file)) ||
      reading.has(id) ||
      !now.some((scene) => scene.id === id || scene.rest?.id === id)
    )
      return
    void read(id)
  }
  return {
    list: () => now,
    want,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
