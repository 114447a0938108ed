import { createGate } from '../../src/data/transport/gate'
import { readBytes } from '../../src/data/transport/read-json'
import { createSession } from '../../src/data/transport/session'

/** What a page asks a server with. To be loaded through Vite, as the app is: its words are found by a glob. */
export const transport = { createGate, readBytes, createSession }
