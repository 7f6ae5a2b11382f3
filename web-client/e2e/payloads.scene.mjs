// Texts that would be script: two hundred of them, spread over every field in which somebody writes and over names of files;
// every page that shows them is opened, and nothing runs, nothing is even kept from running.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { staff } from './stage/cases.mjs'
import { inDays } from './stage/mediation.mjs'
import { fill, payloads, used } from './stage/payloads.mjs'
import { scene } from './stage/scene.mjs'
import { author } from './stage/walk.mjs'
import { watch, Watched } from './stage/watched.mjs'

const name = () => fill(60)

const cast = () => ({
  names: [name(), name(), name()], claim: fill(1_900), place: fill(190), theirPlace: fill(190), obligation: fill(400),
  facts: fill(2_000), clause: fill(1_500), late: fill(400), paid: fill(400),
  story: { kind: 'LabourWages', title: fill(120), whatHappened: fill(9_900) },
})

async function upload(who, place) {
  const response = await who.http.fetch('/api/exhibits', {
    method: 'POST', multipart: { ...place, file: { name: `${fill(120, { forFile: true })}.txt`, mimeType: 'text/plain', buffer: Buffer.from('一') } },
  })
  assert.ok(response.ok(), await response.text())
}

/** A case in session in which every field has been written in. */
async function inSession(one, mediator) {
  await one.open()
  const [owner] = one.respondents
  for (const who of [one.applicant, owner, mediator]) await one.say(who, one.room, fill(3_900))
  await one.propose(owner, 160_000, fill(400))
  await one.blind(owner, fill(400), { gapFen: 20_000 })
  for (let files = 0; files < 6; files++) await upload(one.applicant, files % 2 === 0 ? { roomId: one.room, clientMessageId: randomUUID() } : { caseId: one.caseId })
  const caucus = await one.caucus(one.applicant)
  await one.say(one.applicant, caucus, fill(3_900))
  await mediator.ask('PUT', `/cases/${one.caseId}/notes`, { basedOn: 0, text: fill(9_000) })
  await mediator.ask('PUT', `/cases/${one.caseId}/agreement`, {
    expectedVersion: 0, facts: fill(3_000), clauses: [{ text: fill(1_500) }],
    obligations: [{ obligorPartyId: await one.partyId(owner), obligeePartyId: await one.partyId(one.applicant), amountFen: 160_000, what: fill(400), manner: fill(190), dueOn: inDays(20) }],
  })
  await mediator.ask('POST', `/cases/${one.caseId}/agreement/table`, { expectedVersion: 1 })
  await one.applicant.ask('POST', `/cases/${one.caseId}/agreement/comments`, { clientMessageId: randomUUID(), version: 1, place: 'Facts', number: 0, text: fill(900) })
  await mediator.ask('POST', `/rooms/${one.room}/guests`, { id: randomUUID(), name: name(), contact: '13812345678', capacity: 'Expert', languages: [], reason: fill(400) })
  await one.applicant.ask('POST', `/cases/${one.caseId}/complaints`, { clientId: randomUUID(), target: 'Mediator', matter: 'Bias', text: fill(1_900) })
  return caucus
}

scene('two hundred scripts in every field and name, on every page that shows them: none runs', async (stage) => {
  assert.equal(new Set(payloads).size, 200)
  const { applicant, mediator, accepted, frozen, signed } = await author(stage, cast())
  const [open, done] = [await accepted(), await frozen(7)]
  const caucus = await inSession(open, mediator)
  await signed(done)
  await done.report(done.respondents[0], 40_000, fill(400))
  await applicant.ask('POST', `/cases/${done.caseId}/performance/1/dispute`, { text: fill(400), reason: fill(400), note: fill(400) }).catch(() => undefined)
  const ended = await accepted()
  await mediator.ask('POST', `/cases/${ended.caseId}/close`, { reason: 'TooFarApart', note: fill(1_000) })
  await applicant.ask('POST', `/cases/${ended.caseId}/records/deletion-requests`, { requestId: randomUUID(), reason: fill(900) })

  assert.equal(used(), 200)

  const watched = new Watched(stage)
  const device = (...who) => watched.device(...who)
  const quiet = (person) => watched.quiet(person)
  const look = (...where) => watched.look(...where)

  const phone = await device(applicant)
  await look(phone, '/my', 'case-item')
  await look(phone, `/cases/${open.caseId}`, 'case-page', 'draft-on-table', 'exhibit', 'complaint')
  await look(phone, `/rooms/${open.room}`, 'entry', 'proposal', 'blind-round', 'exhibit')
  await phone.tap('search-open')
  await phone.fill('search-words', 'script')
  await phone.page.keyboard.press('Enter')
  await phone.$('search-hits').waitFor()
  await quiet(phone)
  await look(phone, `/rooms/${caucus}`, 'entry')
  await look(phone, `/cases/${done.caseId}`, 'followed')
  await look(phone, `/cases/${ended.caseId}`, 'your-data')
  await look(phone, `/sign/${done.caseId}`, 'outcome-download', 'verification-code')
  await phone.tap('verification-code')
  await phone.$('code-result').waitFor()
  await quiet(phone)

  const desk = await device(mediator, { device: 'desktop' })
  await desk.open('/console')
  for (const room of [open.room, caucus]) {
    await desk.page.locator(`[data-testid=queue-room][data-room="${room}"]`).click()
    await desk.page.locator(`[data-testid=pane][data-room="${room}"]`).getByTestId('entry').first().waitFor()
  }
  await quiet(desk)
  await desk.page.keyboard.press('Control+k')
  await desk.$('palette-item').first().waitFor()
  await quiet(desk)
  for (const [which, id] of [['case', 'case-side'], ['notes', 'notes-text'], ['agreement', 'draft-facts']]) await look(desk, `/console?side=${which}:${open.caseId}`, id)
  await look(desk, `/console?side=case:${done.caseId}`, 'followed')

  const keeper = await device(await staff(stage, 'city.operator'), { device: 'desktop' })
  await look(keeper, '/board', 'complaints-to-answer')
  await look(keeper, `/board?case=${open.caseId}`, 'board-detail')
  await look(keeper, `/board?case=${ended.caseId}`, 'keeping')
  await look(keeper, '/records', 'kept')

  const guest = await stage.person({ name: 'guest', contact: open.respondents[0].contact })
  await watched.on(guest)
  await look(guest, await open.respondents[0].invitation(), 'letter')
  assert.ok(watched.pages >= 18)
}, { seconds: 400 })

scene('the watch itself sees a script that runs, and one that is kept from it', async (stage) => {
  const visitor = await stage.person({ name: 'visitor' })
  await visitor.page.addInitScript(watch)
  await visitor.open('/enter')
  await visitor.$('enter-page').waitFor()
  await visitor.page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="struck=1">')
    } catch (refusal) {
      if (!(refusal instanceof TypeError)) throw refusal // what Trusted Types say
    }
  })
  await visitor.page.waitForFunction('refused.length > 0')
  visitor.complaints.length = 0 // the browser's own word about it
})
