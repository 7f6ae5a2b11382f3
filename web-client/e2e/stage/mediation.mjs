// The road of a case, gone without pages: for scenes that begin further along.
import { randomUUID } from 'node:crypto'
import { until } from './until.mjs'

export const wageStory = {
  kind: 'LabourWages',
  title: '拖欠船员工资',
  whatHappened: '三月在渔船上做了二十天船员，船主说卖了鱼再结工资，到现在没有付。人已经回到老家，没有办法再来连云港。',
}

/** In the language of what is owed. */
const manner = (what) => (/[\u4e00-\u9fff]/.test(what) ? '银行转账至本人账户' : 'bank transfer')

export class Mediation {
  /** Files a case of `applicant` against `respondents`, each for a sum in fen, with the mediator already chosen by him. */
  static async file({ applicant, respondents, mediator, story = wageStory, claims = respondents.map((_, at) => ({ text: '支付拖欠的工资', amountFen: 200_000, against: [at] })) }) {
    const chosen = (await mediator.ask('GET', '/accounts/me'))
    const draft = ({ name, contact, place = null }) => ({ name, contact, place, nature: 'Natural', idNumber: null, representativeName: null })
    const { caseId, number } = await applicant.ask('POST', '/cases', {
      requestId: randomUUID(), ...story, applicant: draft(applicant), respondents: respondents.map(draft), claims,
      exhibitIds: [], organisationId: chosen.organisationId, mediatorId: chosen.mediatorId,
    })
    return Object.assign(new Mediation(), { applicant, respondents, mediator, mediatorId: chosen.mediatorId, caseId, number })
  }

  /** Filed by the applicant, who enters for it, consented to by all, and accepted: the mediator waits in the room. */
  static async accepted(people) {
    await people.applicant.enterQuietly()
    const mediation = await Mediation.file(people)
    await mediation.consent()
    await mediation.accept()
    return mediation
  }

  /** A case that was filed otherwise. */
  static of(facts) {
    return Object.assign(new Mediation(), facts)
  }

  /** Everybody invited enters by his link, consents, and chooses the mediator. */
  async consent() {
    for (const respondent of this.respondents) {
      await respondent.enterQuietly((await respondent.invitation()).split('#')[1])
      await respondent.ask('POST', `/cases/${this.caseId}/answer`, { consents: true, reason: null })
      await respondent.ask('POST', `/cases/${this.caseId}/mediator`, { mediatorId: this.mediatorId })
    }
  }

  /** The mediator accepts and is in the room, waiting for them. */
  async accept() {
    await this.mediator.ask('POST', `/cases/${this.caseId}/appointment`, { accepts: true, reason: null, disclosure: '与各方当事人无利害关系' })
    this.room = (await this.mediator.ask('GET', '/rooms')).find((room) => room.caseId === this.caseId && room.kind === 'Joint').id
    await this.mediator.call('EnterRoom', { roomId: this.room, protocolVersion: 1 })
  }

  /** Lets everybody in (those in `onPages` come by their own pages) and opens the sitting. */
  async open(...onPages) {
    for (const party of [this.applicant, ...this.respondents]) {
      if (!onPages.includes(party)) await party.call('EnterRoom', { roomId: this.room, protocolVersion: 1 })
      await this.admit(this.room, party)
    }
    await this.mediator.call('OpenSession', { roomId: this.room })
  }

  /** Lets somebody in once he is there; in a caucus that is open already he needs no letting in. */
  async admit(roomId, { personId, name }) {
    const standing = await until(`${name} is at the door`, async () => {
      const { members } = await this.mediator.call('EnterRoom', { roomId, protocolVersion: 1 })
      const { standing } = members.find((member) => member.personId === personId)
      return standing !== 'Invited' && standing
    })
    if (standing === 'Waiting') await this.mediator.call('Admit', { roomId, personId })
  }

  async say(who, roomId, text) {
    return who.call('PostMessage', { roomId, clientMessageId: randomUUID(), text, replyTo: null })
  }

  /** A caucus with one party, open as soon as he has come; gives its id. */
  async caucus(party, comes = (id) => party.call('EnterRoom', { roomId: id, protocolVersion: 1 })) {
    const { id } = await this.mediator.call('OpenCaucus', { caseId: this.caseId, partyId: await this.partyId(party) })
    await this.mediator.call('EnterRoom', { roomId: id, protocolVersion: 1 })
    const come = comes(id)
    await this.admit(id, party)
    await this.mediator.call('OpenSession', { roomId: id })
    await come
    return id
  }

  file() {
    return this.mediator.ask('GET', `/cases/${this.caseId}`)
  }

  async partyId({ personId }) {
    return (await this.file()).parties.find((party) => party.personId === personId).id
  }

  /** The mediator proposes that a respondent pay the applicant. */
  async propose(respondent, amountFen, text) {
    const [obligorPartyId, obligeePartyId] = [await this.partyId(respondent), await this.partyId(this.applicant)]
    return this.mediator.ask('POST', '/proposals', {
      roomId: this.room, clientMessageId: randomUUID(), toPartyIds: [obligorPartyId, obligeePartyId], note: null, validUntil: null, counterTo: null,
      terms: [{ obligorPartyId, obligeePartyId, amountFen, text, dueOn: inDays(7), manner: manner(text) }],
    })
  }

  /** The mediator asks for secret bids on what a respondent pays the applicant. */
  async blind(respondent, text, { seconds = 900, gapFen = null } = {}) {
    const [obligorPartyId, obligeePartyId] = [await this.partyId(respondent), await this.partyId(this.applicant)]
    return this.mediator.ask('POST', '/blind-rounds', {
      roomId: this.room, clientMessageId: randomUUID(), kind: 'Bids', gapFen, closesAt: new Date(Date.now() + seconds * 1_000).toISOString(),
      terms: [{ obligorPartyId, obligeePartyId, amountFen: null, text, dueOn: inDays(7), manner: manner(text) }],
    })
  }

  /** The mediator proposes to go on for so many days from today. */
  askForTime(days) {
    return this.mediator.ask('POST', `/cases/${this.caseId}/term/extension`, { lastDay: inDays(days) })
  }

  /** Each obligation: who pays the applicant, how much in fen, for what, due in how many days. */
  async freeze(facts, clauses, obligations) {
    const applicant = await this.partyId(this.applicant)
    const { version } = await this.mediator.ask('GET', `/cases/${this.caseId}/agreement`)
    const drafted = await this.mediator.ask('PUT', `/cases/${this.caseId}/agreement`, {
      expectedVersion: version, facts, clauses: clauses.map((text) => ({ text })),
      obligations: await Promise.all(obligations.map(async ([respondent, amountFen, what, days = 7]) => ({
        obligorPartyId: await this.partyId(respondent), obligeePartyId: applicant, amountFen, what, manner: manner(what), dueOn: inDays(days),
      }))),
    })
    return this.mediator.ask('POST', `/cases/${this.caseId}/agreement/freeze`, { expectedVersion: drafted.version })
  }

  async sign(who) {
    const agreement = await who.ask('GET', `/cases/${this.caseId}/agreement`)
    return who.ask('POST', `/agreements/${agreement.id}/sign`, {
      frozenHash: agreement.frozenHash, typedName: who.name, proofId: await who.proof(`sign:${agreement.id}:${agreement.frozenHash}`),
    })
  }

  /** An owner reports a payment, in fen, on the first obligation. */
  report(who, amountFen, note = null) {
    return who.ask('POST', `/cases/${this.caseId}/performance/1/report`, { requestId: randomUUID(), amountFen, on: inDays(0), note })
  }

  /** The applicant says what he has received. */
  receive(amountFen) {
    return this.applicant.ask('POST', `/cases/${this.caseId}/performance/1/receipt`, { requestId: randomUUID(), amountFen, on: inDays(0), isPart: false, note: null })
  }

  /** Everybody has signed: from now on it can be made enforceable. */
  async signedByAll() {
    for (const who of [this.applicant, ...this.respondents, this.mediator]) await this.sign(who)
  }

  /** Applies for judicial confirmation, or joins in it, without a page. */
  async applyForConfirmation(who, details = { idNumber: 'E12345678', address: '连云港市海州区朝阳路1号' }) {
    const { courts: [court], confirmation } = await who.ask('GET', `/cases/${this.caseId}/enforcement`)
    return confirmation === null
      ? who.ask('POST', `/cases/${this.caseId}/confirmation`, { clientId: randomUUID(), courtCode: court.code, details, consent: court.consentZh })
      : who.ask('POST', `/cases/${this.caseId}/confirmation/join`, { clientId: randomUUID(), details, consent: confirmation.consentZh })
  }
}

/** A date so many days from now, as forms and the wire write it. */
export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
