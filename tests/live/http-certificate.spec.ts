import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { documentPath, expect, test } from './fixture'

const hotline = documentPath('hotline')

/** An authority of the walls, a certificate of one wall, one of the server, and one of a stranger's own making. */
function makeCertificates(folder: string): void {
  const place = join(folder, 'certificates')
  mkdirSync(place)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: place, stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  for (const name of ['walls', 'server', 'stranger'])
    openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.crt`, '-subj', `/CN=${name}`)
  openssl('req', ...key.slice(0, -2), '-keyout', 'wall.key', '-out', 'wall.csr', '-subj', '/CN=wall-1')
  openssl(
    'x509',
    '-req',
    '-in',
    'wall.csr',
    '-CA',
    'walls.crt',
    '-CAkey',
    'walls.key',
    '-CAcreateserial',
    '-out',
    'wall.crt',
    '-days',
    '2',
  )
}

test.use({ options: { tickMs: 0, access: 'client-certificate', prepare: makeCertificates } })

test('reads; without one, or with one of another authority, nothing is read', async ({ stack }) => {
  const file = (name: string) => readFileSync(join(stack.folder, 'certificates', name))
  const ask = (path: string, who?: string) =>
    new Promise<number | undefined>((done, fail) => {
      const shown = who === undefined ? {} : { cert: file(`${who}.crt`), key: file(`${who}.key`) }
      const address = { host: '127.0.0.1', port: stack.ports.tls, path, ca: file('server.crt'), ...shown }
      request({ ...address, checkServerIdentity: () => undefined }, (response) => {
        response.resume()
        done(response.statusCode)
      })
        .on('error', fail)
        .end()
    })
  expect(await ask(hotline, 'wall')).toBe(200)
  expect(await ask(hotline)).toBe(401)
  expect(await ask('/')).toBe(200)
  // nginx refuses a certificate it cannot verify before anything else.
  expect(await ask(hotline, 'stranger')).not.toBe(200)
  expect((await fetch(stack.url + hotline)).status).toBe(401)
})
