// Calls through a real relay (coturn) and through nothing else.
import assert from 'node:assert/strict'
import { act } from './stage/acts.mjs'
import { cutOff, flows, join, pane, threePages, ways } from './stage/call.mjs'
import { lacksRelay, startRelay, ticket } from './stage/relay.mjs'
import { scene } from './stage/scene.mjs'
import { startService } from './stage/service.mjs'
import { launchBrowser } from './stage/stage.mjs'
import { until } from './stage/until.mjs'

/** Every way there is goes through the relay, at both ends. */
async function relayed(who, count) {
  const all = await until(`${who.name} is connected with ${count}`, async () => {
    const found = await ways(who)
    return found.length === count && found
  })
  for (const way of all) assert.deepEqual(way, { here: 'relay', there: 'relay', by: 'udp' }, `${who.name} goes through the relay alone`)
}

const allocations = (relay) => [...relay.log().matchAll(/user <(\d+):([0-9a-f]+)>: incoming packet ALLOCATE processed, success/g)].map(([, until, who]) => ({ until: Number(until) * 1_000, who }))

scene('through a relay alone a call connects, moves to a caucus, and survives a node kill', async (stage) => {
  const relay = await startRelay()
  stage.after(relay.stop)
  const service = await startService(2, relay.settings([relay.udp]))
  stage.plays(service)
  const { applicant, respondent, mediator } = await threePages(stage, 'node-1')
  const joint = pane(mediator, 'Joint')
  await act(joint, 'open-call')
  await join(mediator, joint)
  await join(applicant)
  await join(respondent)
  for (const who of [mediator, applicant, respondent]) {
    await flows(who, 2)
    await relayed(who, 2)
  }

  // Each of the three came with a name of his own, which ends in two hours and says nothing of him.
  const given = allocations(relay)
  assert.equal(new Set(given.map(({ who }) => who)).size, 3)
  for (const { until: end, who } of given) {
    const minutes = (end - Date.now()) / 60_000
    assert.ok(minutes > 115 && minutes <= 120, `a name is good for ${minutes} minutes`)
    for (const person of [mediator, applicant, respondent]) assert.ok(!person.personId?.replaceAll('-', '').includes(who))
  }
  assert.ok(!/error 486/.test(relay.log()), 'nobody ran into the quota')

  await act(joint, 'caucus-menu')
  await mediator.page.locator('[data-testid=caucus-with][data-person="李海生"]').click()
  const caucus = pane(mediator, 'Caucus')
  await act(caucus, 'open-call')
  await join(mediator, caucus)
  await respondent.$('call-held').waitFor()
  await cutOff(respondent)
  await applicant.tap('tab-Caucus')
  await join(applicant)
  for (const who of [mediator, applicant]) {
    await flows(who)
    await relayed(who, 1)
  }

  service.kill(1)
  await mediator.page.locator('[data-testid=connection][data-state=offline]').first().waitFor()
  await flows(applicant)
  await flows(mediator)
  for (const who of [mediator, applicant]) await who.page.locator('[data-testid=connection][data-state=caught-up]').waitFor({ timeout: 60_000 })
  for (const who of [mediator, applicant]) {
    await flows(who)
    await relayed(who, 1)
  }
  // The other node hands out what the relay takes as well: a new connection is made by it.
  await applicant.tap('call-leave')
  await cutOff(mediator)
  await join(applicant)
  for (const who of [mediator, applicant]) {
    await flows(who)
    await relayed(who, 1)
  }
}, { seconds: 480, lacks: lacksRelay })

/** What a page finds with this ticket: relayed addresses, and why not. */
const gather = (page, url, by) => page.evaluate(async ([urls, given]) => {
  const connection = new globalThis.RTCPeerConnection({ iceServers: [{ urls, ...given }], iceTransportPolicy: 'relay' })
  const found = { relays: 0, errors: [] }
  connection.onicecandidate = ({ candidate }) => { if (candidate?.type === 'relay') found.relays++ }
  connection.onicecandidateerror = ({ errorCode }) => found.errors.push(errorCode)
  connection.createDataChannel('x')
  await connection.setLocalDescription()
  for (const end = Date.now() + 10_000; connection.iceGatheringState !== 'complete' && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50))
  connection.close()
  return found
}, [url, by])

scene('the relay takes a name in its time, also over TLS, and no other', async (stage) => {
  const relay = await startRelay()
  stage.after(relay.stop)
  const browser = await launchBrowser(`--ignore-certificate-errors-spki-list=${relay.spki}`)
  stage.after(() => browser.close())
  const page = await browser.newPage()
  const hour = 3_600_000
  const good = await gather(page, relay.udp, ticket(relay.secret, Date.now() + hour))
  assert.ok(good.relays > 0, JSON.stringify(good))
  assert.deepEqual(await gather(page, relay.udp, ticket(relay.secret, Date.now() - 60_000)), { relays: 0, errors: [401] })
  assert.deepEqual(await gather(page, relay.udp, ticket('another secret', Date.now() + hour)), { relays: 0, errors: [401] })
  const tls = await gather(page, relay.tls, ticket(relay.secret, Date.now() + hour))
  assert.ok(tls.relays > 0, JSON.stringify(tls))
}, { lacks: lacksRelay })
