// Runs a TypeScript module in Node through Vite, so that it sees the same modules, globs and JSON imports as the app.
// node tests/setup/run-ts.mjs <file.ts> [args]   calls its exported `main(args)`; a returned number is the exit code.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('usage: node tests/setup/run-ts.mjs <file.ts> [args]')
  process.exit(2)
}

/** Nothing is drawn here, so a style sheet is an empty table of names; Vite's own reading of them needs a server. */
const unstyled = {
  name: 'unstyled',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0unstyled' : undefined),
  load: (id) => (id === '\0unstyled' ? 'export default {}' : undefined),
}

// A server and not `runnerImport`: what is imported while `main` runs must still find it there.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  plugins: [unstyled],
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
})
try {
  const module = await server.ssrLoadModule(resolve(file))
  if (typeof module.main !== 'function') throw new Error(`${file} exports no function main(args)`)
  const code = await module.main(args)
  process.exitCode = typeof code === 'number' ? code : 0
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
// Left, not closed: closing waits for whatever the server still reads ahead, which once never came to an end. What was printed goes out first: a pipe
// takes a large text in pieces.
process.stdout.write('', () => process.exit())
