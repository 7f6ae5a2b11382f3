// A call between pages: who joins, what arrives, and what connects them.
import { roomOnThreePages } from './cases.mjs'
import { until } from './until.mjs'

/** Runs in the page first: keeps its connections, so that what came through them can be counted. */
function keepConnections() {
  const Real = globalThis.RTCPeerConnection
  globalThis.connections = []
  globalThis.RTCPeerConnection = class extends Real {
    constructor(...all) {
      super(...all)
      globalThis.connections.push(this)
    }
  }
}

/** Pictures decoded and bytes of sound received, of all connections that are open. */
export const received = ({ page }) => page.evaluate(async () => {
  const sum = { frames: 0, sound: 0, open: 0 }
  for (const connection of globalThis.connections.filter((one) => one.connectionState !== 'closed')) {
    sum.open++
    for (const one of (await connection.getStats()).values()) {
      if (one.type !== 'inbound-rtp') continue
      if (one.kind === 'video') sum.frames += one.framesDecoded ?? 0
      else sum.sound += one.bytesReceived ?? 0
    }
  }
  return sum
})

/** Pictures and sound go on coming in, as seen from this page. */
export async function flows(who, open = 1) {
  const before = await received(who)
  await until(`pictures and sound reach ${who.name} (${JSON.stringify(before)})`, async () => {
    const now = await received(who)
    return now.open === open && now.frames > before.frames + 5 && now.sound > before.sound
  })
}

/** Connected with nobody. */
export const cutOff = (who) => until(`${who.name} is connected with nobody`, async () => (await received(who)).open === 0)

export async function join(who, within = who.page) {
  await within.getByTestId('call-join').click()
  await within.getByTestId('call-join-now').click()
  await within.getByTestId('call-leave').waitFor()
}

export const pane = (mediator, kind) => mediator.page.locator(`[data-testid=pane][data-kind=${kind}]`)

/** The room on three pages whose connections are counted; all at `node` if it is named. */
export const threePages = (stage, node = null) => roomOnThreePages(stage, undefined, undefined, async (person) => {
  await person.page.addInitScript(keepConnections)
  if (node) await person.context.addCookies([{ name: 'odr_node', value: node, url: stage.url }])
})

/** Of each connection that stands: by which kind of address either side is reached (RFC 8445: host, srflx, prflx, relay), and how the relay is spoken to. */
export const ways = ({ page }) => page.evaluate(async () => {
  const all = []
  for (const connection of globalThis.connections.filter((one) => one.connectionState === 'connected')) {
    const stats = await connection.getStats()
    for (const one of stats.values()) {
      if (one.type !== 'transport' || !one.selectedCandidatePairId) continue
      const pair = stats.get(one.selectedCandidatePairId)
      const [here, there] = [stats.get(pair.localCandidateId), stats.get(pair.remoteCandidateId)]
      all.push({ here: here.candidateType, there: there.candidateType, by: here.relayProtocol })
    }
  }
  return all
})
