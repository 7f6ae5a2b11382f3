// The service under test: an instance of its own for the whole run.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../scripts/lib/e2e-service.sh', import.meta.url))

/** Resolves once it answers; `stop` resolves once all of it has gone. */
export async function startService() {
  const service = spawn(script, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => service.once('exit', resolve))
  const url = await Promise.race([
    new Promise((resolve) => createInterface(service.stdout).once('line', resolve)),
    gone.then((code) => { throw new Error(`the service ended with ${code} before it was ready`) }),
  ])
  return { url, stop: () => { service.kill('SIGTERM'); return gone } }
}
