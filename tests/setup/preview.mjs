// The build under test, as `vite preview` serves it, with the cities of the demo behind addresses beside it (tests/e2e/shared-city.ts).
// node tests/setup/preview.mjs <dist> <port>
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preview, runnerImport } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const [outDir = 'dist', port = '4173'] = process.argv.slice(2)
process.chdir(root)

const { module } = await runnerImport(join(root, 'tests/e2e/shared-city.ts'), { root, logLevel: 'error' })
const ask = module.sharedCity()

/** @type {import('vite').Plugin} */
const shared = {
  name: 'shared-city',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/config.shared.json', (_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(module.sharedConfig(resolve(root, outDir)))
    })
    middlewares.use('/shared', (request, response, next) => {
      ask((request.url ?? '/').slice(1)).then(({ status, headers, body }) => {
        const known = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag
        response.writeHead(known ? 304 : status, headers).end(known ? undefined : body)
      }, next)
    })
  },
}

await preview({
  root,
  logLevel: 'error',
  build: { outDir },
  preview: { port: Number(port), host: '127.0.0.1', strictPort: true },
  plugins: [shared],
})
