import type { Words } from './geo-words.zh'

/** A sentence, put together when somebody asks for it: what is wrong with a map has its words loaded only then. */
export type Say = (words: Words) => string

/** What is wrong with a map file, and where in it; the empty place is the file as a whole. */
export class MapFault extends Error {
  constructor(
    readonly place: string,
    readonly say: Say,
  ) {
    super(`the map file is wrong at ${place}`)
    this.name = 'MapFault'
  }
}

/** `features[3].properties.code：缺少行政区划代码` */
export async function sentenceOf({ place, say }: MapFault): Promise<string> {
  const { words } = await import('./geo-words')
  return words.at(place, say(words))
}
