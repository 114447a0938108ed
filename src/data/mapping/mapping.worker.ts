import { evaluate } from './expression'
import { answerJob } from './mapping-protocol'
import type { ShapeJob } from '../shape/shape'

// The only place where the wall loads JSONata: to parse and map a large answer beside the picture would freeze it.
self.addEventListener('message', (event: MessageEvent<ShapeJob>) => {
  void answerJob(event.data, evaluate).then((reply) => self.postMessage(reply))
})
