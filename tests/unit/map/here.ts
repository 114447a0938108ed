import { readFileSync } from 'node:fs'
import { parseRegionMap as parse, type RegionShapes } from '../../../src/map/geo'
import { words } from '../../../src/map/geo-words'
import { MapAnswers } from '../../../src/map/map-answer'
import {
  type MapMessage,
  type MapResponse,
  MapThread,
  type MapWorker,
  type RegionMap,
} from '../../../src/map/map-thread'
import { MapFault } from '../../../src/map/map-fault'

export const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao'] as const

export const shippedFile = (city: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../public/maps/${city}.json`, import.meta.url)))

/** A map as it is read, a fault in it in the words that a panel shows. */
export function parseRegionMap(input: unknown): RegionShapes {
  try {
    return parse(input)
  } catch (error) {
    throw error instanceof MapFault ? new Error(words.at(error.place, error.say(words))) : error
  }
}

export const shipped = (city: string): RegionShapes =>
  parseRegionMap(JSON.parse(new TextDecoder().decode(shippedFile(city))))

/** The map's worker in this thread: messages are copied as between threads, and answered by the shipped code. */
export class HereWorker implements MapWorker {
  readonly questions: MapMessage['question'][] = []
  private readonly answers = new MapAnswers()
  private readonly listeners = new Map<string, (event: never) => void>()
  ended = false

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, listener)
  }

  postMessage(message: MapMessage): void {
    this.questions.push(message.question)
    const { no, question } = structuredClone(message)
    void this.answers.answer(question).then(
      (reply) => this.tell(structuredClone<MapResponse>({ no, reply })),
      (error: unknown) => this.tell({ no, error: String(error) }),
    )
  }

  terminate(): void {
    this.ended = true
  }

  /** Dies as a worker does whose file cannot be fetched. */
  die(): void {
    this.emit('error', new Event('error', { cancelable: true }))
  }

  private tell(data: MapResponse): void {
    if (!this.ended) this.emit('message', { data })
  }

  private emit(type: string, event: unknown): void {
    this.listeners.get(type)?.(event as never)
  }
}

/** A map as a wall has it, drawn in this thread. */
export const openHere = (file: Uint8Array): Promise<RegionMap> =>
  new MapThread(() => new HereWorker()).open(file)
