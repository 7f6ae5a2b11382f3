// The walk goes on: the draft on the table, the list of a room, a call, the ways to enforcement, what becomes of a file,
// and the pages of those who work for the centre.
import { randomUUID } from 'node:crypto'
import { act } from './acts.mjs'
import { staff } from './cases.mjs'
import { inDays, Mediation } from './mediation.mjs'
import { words } from './walk-words.mjs'
import { author } from './walk.mjs'

/** Two days of the next months on which no other scene sits. */
function freeDays() {
  const first = 10 + Math.floor(Math.random() * 70)
  return [inDays(first), inDays(first + 1)]
}

/** The cases of this walk, and a browser for each of its people. */
export async function prepareOn(stage, language) {
  const { cast, applicant, mediator, file, accepted, signed, frozen } = await author(stage, language)
  const say = words[language]
  const operator = await staff(stage, 'city.operator')
  const judge = await staff(stage, 'chen.judge')

  const table = await accepted()
  await table.open()
  const [owner] = table.respondents
  const proposal = await table.propose(owner, 160_000, say.obligation)
  await counter(table, proposal, owner, applicant, say)
  const draft = async (version, facts, amountFen) => mediator.ask('PUT', `/cases/${table.caseId}/agreement`, {
    expectedVersion: version, facts, clauses: [{ text: say.clause }],
    obligations: [{ obligorPartyId: await table.partyId(owner), obligeePartyId: await table.partyId(applicant), amountFen, what: say.obligation, manner: say.manner, dueOn: inDays(20) }],
  })
  await draft(0, say.facts, 160_000)
  await mediator.ask('POST', `/cases/${table.caseId}/agreement/table`, { expectedVersion: 1 })
  await applicant.ask('POST', `/cases/${table.caseId}/agreement/drafting/looked`, { version: 1 })
  await applicant.ask('POST', `/cases/${table.caseId}/agreement/comments`, { clientMessageId: randomUUID(), version: 1, place: 'Obligation', number: 1, text: say.comment })
  await draft(1, say.laterFacts, 180_000)

  const list = await accepted()
  await list.open()
  await list.say(list.respondents[0], list.room, say.chat[0])
  const { entries } = await applicant.call('ReadEntries', { roomId: list.room, after: 0, limit: null })
  await applicant.call('MarkRead', { roomId: list.room, sequence: entries.at(-1).sequence })
  for (const text of say.chat.slice(1)) await list.say(list.respondents[0], list.room, text)
  await list.say(applicant, list.room, say.mine)

  const talk = await accepted()
  await talk.open()
  await mediator.call('OpenCall', { roomId: talk.room })

  const met = await accepted()
  await met.open()
  await mediator.ask('POST', `/cases/${met.caseId}/sittings`, { times: freeDays().map((day) => ({ startsAt: `${day}T06:30:00Z`, minutes: 45, place: null })) })
  await mediator.ask('POST', `/rooms/${met.room}/guests`, { id: randomUUID(), name: say.guest, contact: `139${String(Math.random()).slice(2, 10)}`, capacity: 'Interpreter', languages: ['zh', 'en'], reason: say.guestReason })
  const known = (await mediator.ask('GET', '/snippets')).map((one) => one.shortcut)
  for (const [shortcut, title, text] of say.snippets.filter(([one]) => !known.includes(one))) await mediator.ask('PUT', `/snippets/${randomUUID()}`, { basedOn: 0, shared: false, shortcut, title, text })
  await mediator.ask('PUT', `/cases/${met.caseId}/notes`, { basedOn: 0, text: say.note })

  const held = await accepted()
  await held.open()
  const points = say.points.map(([title, minutes, speaker]) => ({ id: randomUUID(), title, minutes, speaker }))
  await mediator.ask('PUT', `/rooms/${held.room}/agenda`, { basedOn: 0, items: points })
  await mediator.ask('POST', `/rooms/${held.room}/agenda/${points[1].id}/start`, {})
  await held.respondents[0].ask('POST', `/cases/${held.caseId}/different-times`, { id: randomUUID(), lastDay: inDays(7), turnHours: 24 })
  await mediator.ask('POST', `/rooms/${held.room}/hold`, { reason: say.holding })
  await held.say(applicant, held.room, say.held)

  // Somebody in whose organisation there are colleagues to be asked.
  const chair = await staff(stage, 'li.mediator', '李敏')
  const advised = await Mediation.accepted({ applicant, respondents: [await stage.caller({ name: cast.names[1] })], mediator: chair, story: cast.story })
  await advised.open()
  const { colleagues } = await chair.ask('GET', `/cases/${advised.caseId}/panel`)
  const { roomId: panel } = await chair.ask('POST', `/cases/${advised.caseId}/panel`, { mediatorIds: [colleagues[0].mediatorId] })
  await chair.call('EnterRoom', { roomId: panel, protocolVersion: 1 })
  await advised.say(chair, panel, say.asked)
  const [subject, facts, question, back] = say.guidance
  const court = (await mediator.ask('GET', `/cases/${held.caseId}/guidance`)).pairings[0]
  const asked = async (mediation, title) => (await mediator.ask('POST', `/cases/${mediation.caseId}/guidance`, { clientId: randomUUID(), pairingId: court.id, subject: title, facts, question, vouched: [] })).questions[0]
  const taken = await asked(held, subject)
  await asked(table, `${subject} 2`)
  await judge.ask('POST', `/guidance/${taken.id}/take`, {})
  await judge.ask('POST', `/guidance/${taken.id}/ask-back`, { clientId: randomUUID(), text: back })

  const routes = await signed(await frozen())
  const overdue = await signed(await frozen(-3))

  const sealed = await accepted()
  const ended = await accepted()
  for (const one of [sealed, ended]) {
    await mediator.ask('POST', `/cases/${one.caseId}/close`, { reason: 'TooFarApart', note: null })
    await applicant.ask('POST', `/cases/${one.caseId}/records/deletion-requests`, { requestId: randomUUID(), reason: say.deletion })
  }
  await operator.ask('POST', `/cases/${sealed.caseId}/records/seal`, { reason: say.sealing })
  await operator.ask('POST', `/cases/${ended.caseId}/records/holds`, { requester: say.hold, reason: say.hold })
  await applicant.ask('POST', `/cases/${ended.caseId}/complaints`, { clientId: randomUUID(), target: 'Mediator', matter: 'Bias', text: say.complaint })
  return { say, applicant, mediator, operator, judge, chair, advised, panel, table, list, talk, met, held, routes, overdue, sealed, ended, spare: await file() }
}

async function counter(mediation, { id, proposalId = id }, owner, applicant, say) {
  const [obligorPartyId, obligeePartyId] = [await mediation.partyId(owner), await mediation.partyId(applicant)]
  return applicant.ask('POST', '/proposals', {
    roomId: mediation.room, clientMessageId: randomUUID(), toPartyIds: [obligorPartyId], note: null, validUntil: null, counterTo: proposalId,
    terms: [{ obligorPartyId, obligeePartyId, amountFen: 180_000, text: say.counter, dueOn: inDays(14), manner: say.manner }],
  })
}

/** `applicant` is his device; `as` gives the device of somebody else. */
export async function walkOn(on, applicant, as, look) {
  const at = async (who, path, id, name) => {
    await who.open(path)
    await who.$(id).first().waitFor()
    if (name) await look(name, who, id)
  }
  await at(applicant, `/cases/${on.table.caseId}`, 'draft-on-table', 'case-draft-on-table')
  await at(applicant, `/rooms/${on.table.room}`, 'term-changes', 'room-counter-proposal')
  await applicant.$('look-at-draft').last().click()
  await applicant.$('draft-on-table').getByTestId('news').waitFor()
  await applicant.$('draft-on-table').getByTestId('comment-Facts-0').click()
  await look('draft-on-table', applicant)

  await at(applicant, `/rooms/${on.list.room}`, 'withdraw', 'room-list')
  await applicant.tap('search-open')
  await applicant.fill('search-words', on.say.find)
  await applicant.page.keyboard.press('Enter')
  await applicant.$('search-hits').waitFor()
  await look('room-search', applicant)

  await applicant.open(`/rooms/${on.list.room}`)
  await applicant.tap('voice')
  await applicant.tap('voice-start')
  await applicant.page.locator('[data-testid=voice-recorder][data-state=recording]').waitFor()
  await applicant.page.waitForTimeout(1_200)
  await applicant.tap('voice-stop')
  await applicant.$('voice-listen').waitFor()
  await look('voice-note', applicant)
  await applicant.page.keyboard.press('Escape')
  await device(on, applicant, look)

  await at(applicant, `/cases/${on.met.caseId}`, 'time', 'case-sitting')
  await at(applicant, `/rooms/${on.met.room}`, 'guest-answer', 'room-guest-asked')
  await applicant.tap('guest-answer')
  await applicant.$('guest-ask').waitFor()
  await look('guest-ask', applicant)
  await applicant.page.keyboard.press('Escape')

  await at(applicant, `/rooms/${on.held.room}`, 'held-mine', 'room-held')
  await applicant.tap('times-open')
  await applicant.$('times-dialog').waitFor()
  await look('different-times', applicant)
  await applicant.page.keyboard.press('Escape')

  await call(on, applicant, await as(on.talk.respondents[0]), look)

  const owner = await as(on.routes.respondents[0])
  await at(owner, `/sign/${on.routes.caseId}`, 'acceptance', 'sign-acceptance')
  await at(applicant, `/cases/${on.routes.caseId}`, 'routes', 'case-routes')
  await at(owner, `/cases/${on.routes.caseId}`, 'apply-NotarialDeposit')
  await owner.tap('apply-NotarialDeposit')
  await owner.fill('route-reason', on.say.reason)
  await owner.fill('route-address', on.say.address)
  await look('case-deposit', owner, 'route-form')
  // Which court is competent is told from the debtor's address, as it stands in Chinese.
  if (on.say === words['zh-CN']) await paymentOrder(on, applicant, await as(on.overdue.respondents[0]), look)
  await applicant.open(`/cases/${on.routes.caseId}`)
  await applicant.$('opinion').waitFor()
  await applicant.tap('complaint-open')
  await applicant.$('matter-Bias').check()
  await applicant.fill('complaint-text', on.say.complaint)
  await look('case-opinion-and-complaint', applicant, 'opinion')

  await at(applicant, `/cases/${on.ended.caseId}`, 'your-data')
  await applicant.$('complaint').waitFor()
  await applicant.$('deletion-open').or(applicant.$('my-request')).first().waitFor()
  await look('case-your-data', applicant, 'your-data')
  await at(applicant, `/cases/${on.spare.caseId}`, 'your-data', 'case-your-data-running')
  await at(applicant, `/cases/${on.sealed.caseId}`, 'sealed-case', 'case-sealed')
}

/** What belongs to the device in one's hand: it can be kept on it, and shows without a network what is not sent yet. */
async function device(on, me, look) {
  await me.open('/my')
  await me.$('this-device').waitFor()
  await me.page.evaluate(() => window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() })))
  await me.$('install-offer').waitFor()
  await look('install-offer', me, 'this-device')
  await me.open(`/rooms/${on.list.room}`)
  await me.fill('draft', on.say.unsent)
  await me.page.waitForTimeout(600)
  const nobody = (route) => route.abort()
  await me.page.route('**/api/accounts/me', nobody)
  await me.open(`/rooms/${on.list.room}`)
  await me.$('unsent').waitFor()
  await look('offline', me)
  await me.page.unroute('**/api/accounts/me', nobody)
  await me.open(`/rooms/${on.list.room}`)
  await me.fill('draft', '')
  await me.page.waitForTimeout(600)
}

/** Without the mediator in the call those who have joined are held: they see and hear nobody. */
async function call(on, applicant, owner, look) {
  await applicant.open(`/rooms/${on.talk.room}`)
  await applicant.$('call-open').waitFor()
  await look('call-open', applicant)
  await applicant.tap('call-join')
  await applicant.page.locator('.call-preview video').waitFor()
  await look('call-ready', applicant)
  await applicant.tap('call-join-now')
  await applicant.$('call-leave').waitFor()
  await applicant.$('call-held').waitFor()
  await look('call-held', applicant)
  await owner.open(`/rooms/${on.talk.room}`)
  await owner.tap('call-join')
  await owner.tap('call-join-now')
  await owner.$('call-leave').waitFor()
  await on.presides?.(applicant, owner, look)
  for (const who of [owner, applicant]) await who.tap('call-leave')
}

async function paymentOrder({ overdue, say }, applicant, owner, look) {
  await applicant.open(`/cases/${overdue.caseId}`)
  await applicant.$('apply-PaymentOrder').or(applicant.page.locator('[data-act=PaymentOrder]')).first().waitFor()
  if (await applicant.$('apply-PaymentOrder').count() > 0) {
    await applicant.tap('apply-PaymentOrder')
    if (await applicant.$('route-id').count() > 0) await applicant.fill('route-id', 'E12345678')
    await applicant.fill('route-address', say.address)
    await look('case-payment-order', applicant, 'route-form')
    await applicant.$('route-consent').check()
    await applicant.tap('route-send')
  }
  await applicant.page.locator('[data-testid=route-application][data-act=PaymentOrder][data-state=Granted]').waitFor({ timeout: 60_000 })
  await applicant.$('route-history').locator('summary').first().click()
  await look('case-payment-order-granted', applicant, 'routes')
  await owner.open(`/cases/${overdue.caseId}`)
  await owner.$('route-object').waitFor()
  await look('case-payment-order-objection', owner, 'route-object')
}

/** The guide's page, and what the mediator has of it at his desk while he writes. */
async function guidance(on, guide, desk, look) {
  await guide.open('/guidance')
  await guide.page.locator('[data-testid=guide-question][data-state=AskedBack]').first().waitFor()
  await guide.page.locator('[data-testid=guide-question][data-state=Open] summary').first().click()
  await look('guidance', guide, 'guide-desk')
  await desk.open(`/console?side=case:${on.held.caseId}`)
  await desk.tap('side-tab-guidance')
  await desk.tap('ask-open')
  await desk.fill('ask-facts', on.say.guidance[4])
  await desk.$('recognised').first().waitFor()
  await desk.page.locator('[data-testid=redacting][data-current=true]').first().waitFor()
  await look('console-guidance', desk, 'redacting')
}

/** The pages of the staff: `keeper` is the operator's device, `desk` the mediator's, `guide` the legal guide's, `as` gives that of somebody else. */
export async function walkStaff(on, { keeper, desk, guide, as }, look) {
  await keeper.open('/board')
  await keeper.$('complaints-to-answer').waitFor()
  await keeper.$('complaint-answer').first().click()
  await keeper.$('satisfaction').locator('summary').click()
  await look('board', keeper)
  await keeper.open(`/board?case=${on.ended.caseId}`)
  await keeper.$('keeping').waitFor()
  await keeper.$('is-held').waitFor()
  await keeper.tap('grant-open').catch(() => keeper.tap('refuse-open'))
  await look('board-keeping', keeper, 'keeping')
  await keeper.open(`/board?case=${on.sealed.caseId}`)
  await keeper.$('sealed-case').waitFor()
  await keeper.tap('unseal-open')
  await look('board-sealed', keeper, 'board-detail')
  await keeper.open('/records')
  await keeper.$('kept').first().waitFor()
  await keeper.$('retention-policy').locator('summary').click()
  await look('records', keeper, 'records-page')

  await keeper.open('/pairings')
  await keeper.$('guide-open').first().click()
  await keeper.$('guide-form').waitFor()
  await look('pairings', keeper, 'pairings-page')
  await keeper.tap('pairing-make')
  await keeper.$('make-pairing').waitFor()
  await look('pairings-make', keeper, 'make-pairing')
  await guidance(on, guide, desk, look)

  const queued = desk.page.locator(`[data-testid=queue-case][data-case="${on.table.caseId}"]`)
  await desk.open('/console')
  await queued.locator('[data-testid=queue-room][data-kind=Joint]').click()
  await desk.$('term-changes').waitFor()
  await look('console', desk)
  await desk.tap('acts-more')
  await look('console-acts', desk)
  await desk.page.keyboard.press('Escape')
  await desk.page.locator(`[data-testid=queue-room][data-room="${on.list.room}"]`).click()
  await desk.$('pane').nth(1).getByTestId('entry').first().waitFor()
  await look('console-two', desk)
  await desk.page.locator(`[data-testid=queue-case][data-case="${on.met.caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  const met = desk.page.locator(`[data-testid=pane][data-room="${on.met.room}"]`)
  await met.getByTestId('message-list').waitFor()
  await act(met, 'guests-open')
  await desk.$('guest-item').waitFor()
  await look('console-guests', desk)
  await desk.page.keyboard.press('Escape')
  await desk.page.locator(`[data-testid=queue-case][data-case="${on.held.caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  const pane = desk.page.locator(`[data-testid=pane][data-room="${on.held.room}"]`)
  await pane.getByTestId('held-row').waitFor()
  await look('console-held', desk)
  await act(pane, 'agenda-open')
  await desk.$('agenda-row').first().waitFor()
  await look('console-agenda', desk)
  await desk.page.keyboard.press('Escape')
  await desk.tap('snippets-open')
  await desk.$('snippet').first().waitFor()
  await look('console-snippets', desk)
  await desk.page.keyboard.press('Escape')
  await desk.open(`/console?side=case:${on.met.caseId}`)
  await desk.$('own-sitting').or(desk.$('sitting-waiting')).first().waitFor()
  await look('console-sitting', desk, 'sitting-waiting')
  await desk.open(`/console?side=case:${on.table.caseId}`)
  await desk.tap('side-tab-agreement')
  await desk.$('table-comments').getByTestId('draft-comment').first().waitFor()
  await desk.tap('versions-open')
  await desk.$('compared').waitFor()
  await desk.$('table-side').scrollIntoViewIfNeeded()
  await look('console-table', desk, 'table-side')
  await desk.tap('templates-open')
  await desk.fill('template-amount', '1600')
  await desk.$('template-set-labour-wages').waitFor()
  await look('console-templates', desk)
  await desk.page.keyboard.press('Escape')

  const chair = await as(on.chair)
  await chair.open('/console')
  for (const room of [on.advised.room, on.panel]) {
    await chair.page.locator(`[data-testid=queue-room][data-room="${room}"]`).click()
    await chair.page.locator(`[data-testid=pane][data-room="${room}"]`).getByTestId('message-list').waitFor()
  }
  await chair.$('entry').filter({ hasText: on.say.asked }).waitFor()
  await look('console-panel', chair)
}
