// The service under test: an instance of its own for the whole run.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../scripts/lib/e2e-service.sh', import.meta.url))

/**
 * Resolves once it answers; `stop` resolves once all of it has gone.
 * @param settings of the service, by their names in the environment
 * @param nodes with several, they stand behind one address, and `kill(n)` ends one of them (from 1) without a word
 */
export async function startService(nodes = 1, settings = {}) {
  const service = spawn(script, nodes > 1 ? ['--nodes', String(nodes), '--losable'] : [], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Nobody waits minutes in a scene for what somebody who waits unheard sets off.
    env: { ...process.env, Odr__Rooms__Waits__Limit: '00:00:05', Odr__Rooms__Waits__Sweep: '00:00:01', ...settings },
  })
  const gone = new Promise((resolve) => service.once('exit', resolve))
  const lines = createInterface(service.stdout)[Symbol.asyncIterator]()
  const line = () => Promise.race([
    lines.next().then(({ value }) => value),
    gone.then((code) => { throw new Error(`the service ended with ${code} before it was ready`) }),
  ])
  const url = await line()
  const pids = nodes > 1 ? (await line()).split(' ').map(Number) : []
  return { url, kill: (node) => process.kill(pids[node - 1], 'SIGKILL'), stop: () => { service.kill('SIGTERM'); return gone } }
}
