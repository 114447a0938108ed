import '../lib/older-browsers'
import { MapAnswers } from './map-answer'
import type { MapMessage } from './map-thread'

// The only place where the wall reads and lays out a map: tens of thousands of corners beside the picture would freeze it.
const answers = new MapAnswers()

self.addEventListener('message', ({ data }: MessageEvent<MapMessage>) => {
  const { no, question } = data
  answers.answer(question).then(
    (reply) => self.postMessage({ no, reply }),
    (error: unknown) =>
      self.postMessage({ no, error: error instanceof Error ? error.message : String(error) }),
  )
})
