// The scripts of payloads.scene.mjs once more, where people write besides the case: on paper and in the file of the case, on an
// enterprise's channel, in canned texts, agendas, words that are held, a panel, and a guest's name.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { act } from './stage/acts.mjs'
import { staff } from './stage/cases.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { fill, payloads } from './stage/payloads.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'
import { Watched } from './stage/watched.mjs'
import { unzipped } from './stage/zip.mjs'

const name = () => fill(60)

/** A case in session between two of such names. */
async function inSession(stage, [userName, called] = ['zhao.mediator', '赵清']) {
  const mediator = await staff(stage, userName, called)
  const [applicant, respondent] = [await stage.caller({ name: name() }), await stage.caller({ name: name() })]
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator, story: { kind: 'LabourWages', title: fill(120), whatHappened: fill(2_000) } })
  await mediation.open()
  return { mediation, applicant, respondent, mediator }
}

const upload = (who, place) => who.http.fetch('/api/exhibits', {
  method: 'POST', multipart: { ...place, file: { name: `${fill(120, { forFile: true })}.txt`, mimeType: 'text/plain', buffer: Buffer.from('一') } },
})

const paneOf = (desk, room) => desk.page.locator(`[data-testid=pane][data-room="${room}"]`)

async function openRoom(desk, room) {
  await desk.page.locator(`[data-testid=queue-room][data-room="${room}"]`).click()
  await paneOf(desk, room).getByTestId('entry').first().waitFor()
}

/** What stands on the paper, without white space. */
async function printed(pdf) {
  const folder = await mkdtemp(join(tmpdir(), 'odr-paper-'))
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-raw', join(folder, 'paper.pdf'), '-'], { maxBuffer: 1 << 26 })
    return { text: squeezed(stdout), pages: stdout.split('\f').length }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const squeezed = (text) => text.replace(/[\s\u200b]/g, '')

scene('what is printed shows scripts as words, and the contents of a case file run nothing', async (stage) => {
  const { mediation, applicant, respondent } = await inSession(stage)
  const [facts, clause] = [fill(3_000), fill(1_500)]
  for (let files = 0; files < 3; files++) assert.ok((await upload(applicant, { caseId: mediation.caseId })).ok())
  await mediation.freeze(facts, [clause], [[respondent, 160_000, fill(400)]])
  await mediation.signedByAll()
  const phone = await new Watched(stage).device(applicant)
  await phone.open(`/sign/${mediation.caseId}`)
  await phone.$('outcome-download').waitFor({ timeout: 60_000 })
  const { text, pages } = await printed(await (await applicant.http.get(await phone.$('outcome-download').getAttribute('href'))).body())
  const within = payloads.filter((one) => facts.includes(one) || clause.includes(one))
  const gone = within.filter((one) => !text.includes(squeezed(one)))
  assert.ok(within.length > 60 && gone.length <= 2 * pages, `of ${within.length} on ${pages} pages these are not read as words: ${gone.join(' · ')}`) // one may be cut by the end of a page

  // Opened without any policy at all: only the encoding stands between the words and the page.
  const answer = await applicant.http.get(`/api/cases/${mediation.caseId}/file`)
  assert.ok(answer.ok(), `${answer.status()}`)
  const contents = unzipped(await answer.body()).get('index.html').toString()
  await phone.page.goto('about:blank')
  await phone.page.setContent(contents)
  await phone.page.waitForTimeout(500)
  assert.deepEqual(await phone.page.evaluate(() => ({ struck: globalThis.struck, scripts: document.scripts.length, pictures: document.images.length })), { struck: undefined, scripts: 0, pictures: 0 })
  assert.ok((await phone.page.locator('body').innerText()).includes('=1'), 'names of files stand in it')
}, { seconds: 240 })

scene('scripts on an enterprise’s channel, up to the dispute that takes them along', async (stage) => {
  const watched = new Watched(stage)
  const enterprise = await stage.caller({ name: '陈海鲲', contact: '13900000101' })
  await enterprise.enterQuietly()
  const butler = await staff(stage, 'sun.butler', '孙管家')
  const [enterpriseId] = (await enterprise.ask('GET', '/accounts/me')).enterpriseIds
  const room = (await enterprise.ask('GET', '/rooms')).find(({ kind }) => kind === 'Butler').id
  for (const who of [enterprise, butler]) {
    await who.call('EnterRoom', { roomId: room, protocolVersion: 1 })
    await who.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: fill(3_900), replyTo: null })
  }
  assert.ok((await upload(enterprise, { roomId: room, clientMessageId: randomUUID() })).ok())
  const phone = await watched.device(enterprise)
  await watched.look(phone, `/rooms/${room}`, 'entry', 'exhibit')
  await watched.look(phone, `/enterprises/${enterpriseId}`, 'enterprise-page')
  await phone.open(`/enterprises/${enterpriseId}/dispute`)
  await phone.$('passages').locator('summary').click()
  await phone.page.locator('.passage').filter({ hasText: 'struck' }).last().getByTestId('take').click()
  await until('the words are among the facts', async () => (await phone.$('facts').inputValue()).includes('struck'))
  await watched.quiet(phone)
  const desk = await watched.device(butler, { device: 'desktop' })
  await desk.open('/console')
  await openRoom(desk, room)
  await watched.quiet(desk)
}, { seconds: 240 })

scene('scripts in canned texts, agendas, held words, a panel, a sitting’s place and a guest’s name', async (stage) => {
  const watched = new Watched(stage)
  const { mediation, applicant, respondent, mediator } = await inSession(stage, ['li.mediator', '李敏'])
  const { room, caseId } = mediation
  const shortcut = `x${randomUUID().slice(0, 8)}`
  const snippet = randomUUID()
  await mediator.ask('PUT', `/snippets/${snippet}`, { basedOn: 0, shared: false, shortcut, title: fill(60), text: fill(1_900) })
  const items = [1, 2, 3].map((minutes) => ({ id: randomUUID(), title: fill(80), minutes, speaker: fill(40) }))
  await mediator.ask('PUT', `/rooms/${room}/agenda`, { basedOn: 0, items })
  await mediator.ask('POST', `/rooms/${room}/agenda/${items[0].id}/start`, {})
  const day = inDays(155 + Math.floor(Math.random() * 20))
  await mediator.ask('POST', `/cases/${caseId}/sittings`, { times: [{ startsAt: `${day}T06:30:00Z`, minutes: 45, place: fill(120) }] })
  await mediator.ask('POST', `/rooms/${room}/hold`, { reason: fill(400) })
  for (let times = 0; times < 2; times++) await mediation.say(applicant, room, fill(3_900))
  const [first] = (await mediator.ask('GET', `/rooms/${room}/held`)).messages
  await mediator.ask('POST', `/rooms/${room}/held/${first.id}/return`, { reason: fill(400) })
  const { colleagues } = await mediator.ask('GET', `/cases/${caseId}/panel`)
  const panel = (await mediator.ask('POST', `/cases/${caseId}/panel`, { mediatorIds: [colleagues[0].mediatorId] })).roomId
  await mediator.call('EnterRoom', { roomId: panel, protocolVersion: 1 })
  await mediation.say(mediator, panel, fill(3_900))
  const guest = await stage.person({ name: 'guest' })
  await mediator.ask('POST', `/rooms/${room}/guests`, { id: randomUUID(), name: name(), contact: guest.contact, capacity: 'Interpreter', languages: ['zh', 'en'], reason: fill(400) })

  const phone = await watched.device(applicant)
  await watched.look(phone, `/rooms/${room}`, 'agenda-bar', 'held-mine', 'held-returned', 'guest-answer')
  await phone.$('agenda-bar').locator('summary').click()
  await phone.tap('guest-answer')
  await phone.$('guest-ask').waitFor()
  await watched.quiet(phone)
  await watched.look(phone, `/cases/${caseId}`, 'time')
  for (const who of [applicant, respondent]) {
    const [asked] = await who.ask('GET', `/cases/${caseId}/guests`)
    await who.ask('POST', `/guests/${asked.id}/answer`, { consents: true })
  }
  await watched.on(guest)
  await watched.look(guest, await guest.invitation(), 'guest-letter')

  const desk = await watched.device(mediator, { device: 'desktop' })
  await desk.open('/console')
  await openRoom(desk, panel)
  await openRoom(desk, room)
  const pane = paneOf(desk, room)
  await pane.getByTestId('held-row').first().waitFor()
  await watched.quiet(desk)
  await pane.getByTestId('draft').fill(`/${shortcut}`)
  await desk.$('slash-item').first().waitFor()
  await watched.quiet(desk)
  await desk.page.keyboard.press('Enter')
  await until('the canned text is in the draft', async () => (await pane.getByTestId('draft').inputValue()).includes('=1'))
  await watched.quiet(desk)
  for (const [which, there] of [['agenda-open', 'agenda-row'], ['guests-open', 'guest-item']]) {
    await act(pane, which)
    await desk.$(there).first().waitFor()
    await watched.quiet(desk)
    await desk.page.keyboard.press('Escape')
  }
  await desk.tap('snippets-open')
  await desk.$('snippet').first().waitFor()
  await watched.quiet(desk)
  await desk.page.keyboard.press('Escape')
  await mediator.ask('POST', `/snippets/${snippet}/remove`)
}, { seconds: 240 })
