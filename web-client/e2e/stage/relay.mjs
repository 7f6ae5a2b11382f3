// A real relay for calls (coturn), as docs/operations.md sets one up, on this machine alone.
import { spawn, execFileSync } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.mjs'

const program = ['/usr/bin/turnserver', '/usr/local/bin/turnserver'].find(existsSync)
/** What a scene with a relay says where there is none. */
export const lacksRelay = program ? null : 'no turnserver on this machine: apt-get install coturn'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/**
 * Resolves once it answers. `settings`: what the service needs to hand it out, and nothing but it; `log()`: what it has told so far.
 * @param quota allocations that one person may hold at a time
 */
export async function startRelay(quota = 64) {
  const folder = mkdtempSync(join(tmpdir(), 'odr-relay-'))
  const [port, tlsPort, secret] = [await freePort(), await freePort(), randomBytes(24).toString('base64url')]
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  writeFileSync(join(folder, 'turnserver.conf'), [
    'use-auth-secret', `static-auth-secret=${secret}`, 'realm=turn.example.cn', `cert=${cert}`, `pkey=${key}`, 'no-multicast-peers',
    'denied-peer-ip=10.0.0.0-10.255.255.255', 'denied-peer-ip=172.16.0.0-172.31.255.255', 'denied-peer-ip=192.168.0.0-192.168.255.255', `user-quota=${quota}`, 'no-cli', 'fingerprint',
    // Of this machine alone, where everybody is at home.
    'listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', `listening-port=${port}`, `tls-listening-port=${tlsPort}`, 'allow-loopback-peers', 'no-rfc5780',
    `pidfile=${join(folder, 'pid')}`, `userdb=${join(folder, 'db')}`, 'log-file=stdout', 'verbose',
  ].join('\n'), { mode: 0o600 })
  const relay = spawn('setpriv', ['--pdeathsig', 'TERM', program, '-c', join(folder, 'turnserver.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  for (const stream of [relay.stdout, relay.stderr]) stream.on('data', (data) => { told += data })
  const gone = new Promise((resolve) => relay.once('exit', resolve))
  await until(`the relay listens\n${told}`, () => {
    if (relay.exitCode !== null) throw new Error(`the relay ended with ${relay.exitCode}: ${told}`)
    return told.includes(`TLS/TCP listener opened on : 127.0.0.1:${tlsPort}`) || (/listener opened on *: *127\.0\.0\.1/.test(told) && told.includes(String(tlsPort)))
  })
  return {
    udp: `turn:127.0.0.1:${port}?transport=udp`,
    tls: `turns:localhost:${tlsPort}?transport=tcp`,
    secret,
    spki: execFileSync('sh', ['-c', `openssl x509 -in ${cert} -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64`]).toString().trim(),
    settings(urls) {
      return { Odr__Call__TurnSecret: secret, Odr__Call__RelayOnly: 'true', ...Object.fromEntries(urls.map((url, at) => [`Odr__Call__TurnUrls__${at}`, url])) }
    },
    log: () => told,
    async stop() {
      relay.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As the service makes it (draft-uberti-behave-turn-rest-00): a name that is good until `until`, and its HMAC-SHA1. */
export function ticket(secret, until, who = 'somebody') {
  const username = `${Math.floor(until / 1000)}:${who}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}
