import { words } from './words'

/** Style sheets that were asked for and did not arrive. */
const lost = new Set<HTMLLinkElement>()

let fetching: Promise<unknown> = Promise.resolve()

/** Notes from now on which style sheets did not arrive. To be called before any part of the program is loaded. */
export function noteLostStyles(): void {
  const note = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lost.add(target)
  }
  document.addEventListener('error', note, true)
}

/**
 * Loads a part of the program. The build's loader asks for a style sheet once and never again, so what was lost in an outage is
 * fetched here first; otherwise the part would stand without its looks for as long as the page runs.
 * @throws when something of it cannot be fetched
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  const before = fetching.catch(() => undefined)
  fetching = before.then(() => Promise.all([...lost].map(fetchAgain)))
  await fetching
  return load()
}

/** An element that failed is never fetched again, a copy of it is. */
async function fetchAgain(link: HTMLLinkElement): Promise<void> {
  const copy = document.createElement('link')
  for (const { name, value } of link.attributes) copy.setAttribute(name, value)
  lost.delete(link)
  await new Promise<void>((resolve, reject) => {
    copy.addEventListener('load', () => resolve())
    copy.addEventListener('error', () => reject(new Error(words.lost(copy.href))))
    link.replaceWith(copy)
  })
}
