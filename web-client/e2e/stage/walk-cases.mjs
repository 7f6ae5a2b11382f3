// The cases of the further walk: the draft on the table, the list of a room, a call, the ways to enforcement, what becomes
// of a file, a panel, a question to a guide.
import { randomUUID } from 'node:crypto'
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
  const idler = await staff(stage, 'wang.mediator', '王和')

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

  const appointed = await file()
  await appointed.consent()

  const met = await accepted()
  await met.open()
  const days = freeDays()
  await mediator.ask('POST', `/cases/${met.caseId}/sittings`, { times: days.map((day) => ({ startsAt: `${day}T06:30:00Z`, minutes: 45, place: null })) })
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
  const takeLeave = async () => {
    const id = randomUUID()
    await mediator.ask('POST', '/leaves', { id, firstDay: days[0], lastDay: days[1] })
    stage.before(() => mediator.ask('POST', `/leaves/${id}/cancel`, {}))
  }
  return { say, takeLeave, appointed, applicant, mediator, operator, judge, idler, chair, advised, panel, table, list, talk, met, held, routes, overdue, sealed, ended, spare: await file() }
}

async function counter(mediation, { id, proposalId = id }, owner, applicant, say) {
  const [obligorPartyId, obligeePartyId] = [await mediation.partyId(owner), await mediation.partyId(applicant)]
  return applicant.ask('POST', '/proposals', {
    roomId: mediation.room, clientMessageId: randomUUID(), toPartyIds: [obligorPartyId], note: null, validUntil: null, counterTo: proposalId,
    terms: [{ obligorPartyId, obligeePartyId, amountFen: 180_000, text: say.counter, dueOn: inDays(14), manner: say.manner }],
  })
}
