// Test copies of the shipped configurations: only ports, paths and users differ, so what is tested is what is shipped.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { MEDIA_LOCATIONS, writeMediaServers } from './media-config.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const deploy = join(here, '../../deploy')

/** `text` with each key replaced by its value; one that is not there exactly once is an error, or a test would test nothing. */
function replaceExactly(name, text, pairs) {
  return pairs.reduce((result, [from, to]) => {
    const parts = result.split(from)
    if (parts.length !== 2)
      throw new Error(`${name}: ${JSON.stringify(from)} is there ${parts.length - 1} times`)
    return parts.join(to)
  }, text)
}

const hasIPv6 = () =>
  Object.values(networkInterfaces())
    .flat()
    .some((each) => each?.address === '::1')

function write(file, text) {
  writeFileSync(file, text)
  return file
}

/** `access` is open, auth-request or client-certificate: the name of the file that is included. */
function accessFile(folder, ports, access) {
  const text = readFileSync(join(deploy, `nginx/${access}.conf`), 'utf8')
  // A test that ends a session does not want to wait a quarter of a minute until that is seen.
  const faster =
    access === 'auth-request' ? [['proxy_cache_valid 204 15s;', 'proxy_cache_valid 204 1s;']] : []
  if (access !== 'client-certificate')
    return write(join(folder, 'access.conf'), replaceExactly(`${access}.conf`, text, faster))
  return write(
    join(folder, 'access.conf'),
    replaceExactly(`${access}.conf`, text, [
      ['listen 443 ssl http2;', `listen 127.0.0.1:${ports.tls} ssl http2;`],
      ['listen [::]:443 ssl http2;', ''],
      ['/etc/nginx/guancheng/server.crt', join(folder, 'certificates/server.crt')],
      ['/etc/nginx/guancheng/server.key', join(folder, 'certificates/server.key')],
      ['/etc/nginx/guancheng/walls.crt', join(folder, 'certificates/walls.crt')],
    ]),
  )
}

export function writeNginx(folder, { ports, access }) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temp-${kind};`,
  )
  mkdirSync(join(folder, 'cache'), { recursive: true })
  const text = replaceExactly('nginx.conf', readFileSync(join(deploy, 'nginx.conf'), 'utf8'), [
    ['user www-data;', process.getuid?.() === 0 ? 'user root;' : ''],
    ['pid /run/nginx.pid;', `pid ${folder}/nginx.pid;`],
    ['error_log /var/log/nginx/error.log warn;', `error_log ${folder}/nginx-error.log warn;`],
    ['access_log /var/log/nginx/access.log', `access_log ${folder}/nginx-access.log`],
    ['access_log /var/log/nginx/actions.log', `access_log ${folder}/nginx-actions.log`],
    ['http {\n', `http {\n  ${temporary.join(' ')}\n`],
    ['proxy_cache_path /var/lib/nginx/guancheng levels', `proxy_cache_path ${folder}/cache/documents levels`],
    ['proxy_cache_path /var/lib/nginx/guancheng-auth levels', `proxy_cache_path ${folder}/cache/auth levels`],
    ['listen 80 default_server;', `listen 127.0.0.1:${ports.nginx} default_server;`],
    ['listen [::]:80 default_server;', hasIPv6() ? `listen [::1]:${ports.nginx} default_server;` : ''],
    ['root /srv/guancheng;', `root ${folder}/site;`],
    ['server 127.0.0.1:8080;', `server 127.0.0.1:${ports.peer};`],
    ['server 127.0.0.1:9090;', `server 127.0.0.1:${ports.prometheus};`],
    ['server 127.0.0.1:9001;', `server 127.0.0.1:${ports.mqttWs};`],
    ['include /etc/nginx/guancheng/open.conf;', `include ${accessFile(folder, ports, access)};`],
    ['# Cameras: include /etc/nginx/guancheng/media.conf;', `include ${MEDIA_LOCATIONS};`],
    [
      '# Cameras: include /etc/nginx/guancheng/media-servers.conf;',
      `include ${writeMediaServers(folder, ports)};`,
    ],
    [
      '# The same wall at /wall/ too: include /etc/nginx/guancheng/subpath.conf;',
      `include ${join(deploy, 'nginx/subpath.conf')};`,
    ],
  ])
  return write(join(folder, 'nginx.conf'), text)
}

export function writePrometheus(folder, ports) {
  const text = readFileSync(join(here, 'prometheus.yml'), 'utf8')
  const pairs = [['127.0.0.1:8080', `127.0.0.1:${ports.peer}`]]
  return write(join(folder, 'prometheus.yml'), replaceExactly('prometheus.yml', text, pairs))
}

export function writeMosquitto(folder, ports) {
  const acl = write(join(folder, 'mosquitto.acl'), readFileSync(join(here, 'mosquitto.acl'), 'utf8'))
  const text = replaceExactly('mosquitto.conf', readFileSync(join(here, 'mosquitto.conf'), 'utf8'), [
    ['listener 1883 127.0.0.1', `listener ${ports.mqtt} 127.0.0.1`],
    ['listener 9001 127.0.0.1', `listener ${ports.mqttWs} 127.0.0.1`],
    ['/etc/mosquitto/guancheng.acl', acl],
  ])
  return write(join(folder, 'mosquitto.conf'), text)
}
