import { loadPart } from './lost-styles'

/** Milliseconds between attempts to fetch a part of the program. */
const AGAIN_MS = 5000

/**
 * Loads a part of the program and, when that fails, tries again until it is there: on a wall nobody presses reload.
 * Never rejects.
 */
export async function keepTrying<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await loadPart(load)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
