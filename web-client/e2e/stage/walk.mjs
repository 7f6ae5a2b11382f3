// A walk past every page that a party sees, over cases brought to each of their stages.
import { staff } from './cases.mjs'
import { Mediation, wageStory } from './mediation.mjs'

const casts = {
  'zh-CN': {
    names: ['李海生', '周永顺', '吴建国'], story: { ...wageStory, title: '两条渔船拖欠船员工资' }, claim: '支付拖欠的工资', place: '安徽省阜阳市', theirPlace: '连云港市海州区',
    greeting: '各位好，我是调解员赵清。今天大家都在线上，谁也不用跑路。请申请人先说说情况。', answer: '三月和四月一共干了四十多天，工资一直没有结。',
    reply: '我认这笔账，但他中途请过假，要扣几天。', secret: '说实话，三千四我就能接受。', proposal: '三月份工资',
    facts: '李海生在周永顺的渔船上做船员，工资未结清。双方对出海天数已核对一致。', clause: '履行后，双方就上述期间的工资不再有其他争议。', obligation: '支付三月份工资', file: '出海记录.txt', paid: '银行转账，尾号 3344', late: '支付四月份工资',
  },
  en: {
    names: ['Tom Fisher', 'Anna Berg', 'Ben Holm'], story: { kind: 'LabourWages', title: 'Unpaid wages of a deckhand', whatHappened: 'I worked on two boats in March and April. Both owners said they would pay after the catch was sold. Nothing has been paid and I have gone home.' },
    claim: 'Pay the wages', place: 'Fuyang', theirPlace: null,
    greeting: 'Good morning. I am your mediator. Nobody has to travel today. Please tell us what happened.', answer: 'I worked for more than forty days and have not been paid.',
    reply: 'I accept that I owe it, but he took some days off.', secret: 'To be honest, 3,400 would be enough for me.', proposal: 'Wages for March',
    facts: 'Tom Fisher worked as a deckhand; the wages have not been paid. Both sides agree on the days.', clause: 'After performance nothing further is owed for this time.', obligation: 'Pay the wages for March', file: 'days-at-sea.txt', paid: 'Bank transfer, ending in 3344', late: 'Pay the wages for April',
  },
}

/** One applicant and what brings cases of his to each stage, with a respondent of its own each. `language`, or a cast of one's own. */
export async function author(stage, language) {
  const cast = casts[language] ?? language
  const applicant = Object.assign(await stage.caller({ name: cast.names[0] }), { place: cast.place })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const file = async (count = 1) => {
    const respondents = await Promise.all(cast.names.slice(1, 1 + count).map(async (name) => Object.assign(await stage.caller({ name }), { place: cast.theirPlace })))
    return Mediation.file({
      applicant, respondents, mediator, story: cast.story,
      claims: respondents.map((_, at) => ({ text: cast.claim, amountFen: 200_000 + at * 10_000, against: [at] })),
    })
  }
  const accepted = async () => {
    const mediation = await file()
    await mediation.consent()
    await mediation.accept()
    return mediation
  }
  const frozen = async (days = 7, what = cast.obligation) => {
    const mediation = await accepted()
    await mediation.open()
    await mediation.freeze(cast.facts, [cast.clause], [[mediation.respondents[0], 160_000, what, days]])
    return mediation
  }
  const signed = async (mediation) => {
    for (const signer of [applicant, mediation.respondents[0], mediator]) await mediation.sign(signer)
    return mediation
  }
  return { cast, applicant, mediator, file, accepted, frozen, signed }
}

/** The cases that a walk passes. */
export async function prepare(stage, language) {
  const { cast, applicant, mediator, file, accepted, frozen, signed } = await author(stage, language)
  const open = await accepted()
  await open.open()
  await open.say(mediator, open.room, cast.greeting)
  await open.say(applicant, open.room, cast.answer)
  await open.say(open.respondents[0], open.room, cast.reply)
  await open.propose(open.respondents[0], 160_000, cast.proposal)
  await open.blind(open.respondents[0], cast.proposal, { gapFen: 20_000 })
  await open.askForTime(60)
  const caucus = await open.caucus(applicant)
  await open.say(applicant, caucus, cast.secret)

  const paused = await accepted()
  await paused.open()
  await mediator.call('AdjournSession', { roomId: paused.room, reason: null, resumesAt: null })

  const done = await signed(await frozen())
  const late = await signed(await frozen(-3, cast.late))
  await late.receive(60_000)
  await late.report(late.respondents[0], 40_000, cast.paid)
  const joining = await signed(await frozen())
  await joining.applyForConfirmation(joining.respondents[0])
  const cases = { joining, invited: await file(2), open, caucus, paused, waiting: await accepted(), signing: await frozen(), done, late }
  return { cast, applicant, mediator, file, cases }
}

/**
 * Shows each page and calls `look(name, person, id)` when it stands still; `id`: what this picture of it is about.
 * `visitor` has not entered; `applicant` is the prepared applicant's device.
 */
export async function walk({ cast, file, cases }, visitor, applicant, look) {
  const at = async (who, path, id, name) => {
    await who.open(path)
    await who.$(id).first().waitFor()
    await look(name, who, id)
  }
  await at(visitor, '/', 'home-page', 'home')
  await at(visitor, '/enter', 'enter-page', 'enter')
  await at(visitor, '/nowhere', 'not-found', 'not-found')
  await at(visitor, '/i#no-such-token', 'invitation-help', 'invitation-void')
  await at(visitor, '/verify', 'verify-page', 'verify')

  await apply(cast, visitor, look)

  const invited = await file(2)
  const [respondent] = invited.respondents
  visitor.contact = respondent.contact
  await visitor.tap('sign-out')
  await visitor.$('home-page').waitFor()
  await at(visitor, await respondent.invitation(), 'letter', 'invitation')
  await visitor.tap('invitation-next')
  await visitor.$('identify').waitFor()
  await look('invitation-identify', visitor)
  await visitor.fill('identify-name', respondent.name)
  await visitor.tap('identify-send')
  await visitor.$('code').waitFor()
  await look('invitation-code', visitor)
  await visitor.giveCode()
  await visitor.$('answer').waitFor()
  await look('invitation-answer', visitor)
  await visitor.tap('refuse')
  await look('invitation-refuse', visitor)
  await visitor.tap('refuse-yes')
  await visitor.$('stopped').waitFor()
  await look('invitation-stopped', visitor)
  await at(visitor, `/cases/${invited.caseId}`, 'stopped', 'case-refused')

  await at(applicant, '/my', 'case-item', 'my')
  await at(applicant, `/cases/${cases.invited.caseId}`, 'case-page', 'case-inviting')
  await at(applicant, `/cases/${cases.open.caseId}`, 'room-link', 'case-mediation')
  await at(applicant, `/cases/${cases.signing.caseId}`, 'case-page', 'case-signing')
  await at(applicant, `/cases/${cases.done.caseId}`, 'followed', 'case-performance')
  await applicant.tap('act-receive')
  await look('case-performance-receive', applicant, 'followed')
  await at(applicant, `/cases/${cases.late.caseId}`, 'unanswered', 'case-late')
  await applicant.tap('answer-part')
  await applicant.page.locator('[data-testid=performance-history] summary').click()
  await look('case-late-answer', applicant, 'unanswered')
  // The day of the follow-up is days away: the page is told that it has come.
  await applicant.page.route('**/performance', asOnTheDayOfTheFollowUp)
  await at(applicant, `/cases/${cases.done.caseId}`, 'follow-up', 'case-follow-up')
  await applicant.page.unroute('**/performance')
  await at(applicant, `/cases/${cases.invited.caseId}/mediator`, 'mediator', 'choose-mediator')
  await at(applicant, `/rooms/${cases.waiting.room}`, 'lobby', 'lobby')
  await look('lobby-device', applicant, 'device-check')
  await at(applicant, `/rooms/${cases.paused.room}`, 'waiting-card', 'room-paused')
  await at(applicant, `/rooms/${cases.caucus}`, 'entry', 'room-caucus')
  await at(applicant, `/rooms/${cases.open.room}`, 'blind-round', 'room')
  await applicant.tap('propose')
  await applicant.$('term-1').waitFor()
  await look('propose', applicant)
  await applicant.page.keyboard.press('Escape')
  await at(applicant, `/sign/${cases.signing.caseId}`, 'sign-form', 'sign')
  await applicant.tap('decline-open')
  await look('sign-decline', applicant, 'sign-form')
  await applicant.open(`/sign/${cases.done.caseId}`)
  await applicant.$('outcome-download').waitFor({ timeout: 60_000 })
  await look('outcome', applicant, 'outcome-download')
  await applicant.tap('verification-code')
  await applicant.$('code-result').waitFor()
  await look('verify-code', applicant)
  await confirmation(cases, applicant, look)
}

/** What comes after: the routes to enforcement, the form, somebody else's application, the court's ruling. */
async function confirmation(cases, me, look) {
  const open = async ({ caseId }) => {
    await me.open(`/cases/${caseId}`)
    await me.$('confirmation-clock').or(me.$('confirmation-state')).first().waitFor()
  }
  await open(cases.done)
  await me.$('other-routes').locator('summary').click()
  await look('confirmation-routes', me, 'other-routes')
  await me.tap('confirmation-begin')
  await me.$('court-320706').check()
  await look('confirmation-begin', me, 'court-320706')
  await open(cases.joining)
  // A second walk, on another device, finds it joined.
  if (await me.$('confirmation-answer').count() > 0) {
    await look('confirmation-answer', me)
    await cases.joining.applyForConfirmation(cases.joining.applicant)
  }
  await me.page.locator('[data-testid=confirmation-state][data-state=Confirmed]').waitFor({ timeout: 60_000 })
  await me.$('confirmation-history').locator('summary').click()
  await look('confirmation-confirmed', me, 'confirmation-state')
}

async function asOnTheDayOfTheFollowUp(route) {
  const response = await route.fetch()
  const view = await response.json()
  await route.fulfill({ response, json: { ...view, followUp: { ...view.followUp, mayAnswer: true } } })
}

/** The guided application, each step once empty-handed (what is missing is said) and then filled in; it is not filed. */
async function apply(cast, me, look) {
  await me.open('/apply')
  await me.$('applicant-name').waitFor()
  await me.tap('next')
  await look('apply-1-missing', me)
  await me.fill('applicant-name', cast.names[0])
  await me.fill('applicant-contact', me.contact)
  await me.tap('next')
  await me.$('code').waitFor()
  await look('apply-1-code', me)
  await me.giveCode()
  await me.$('kind-LabourWages').check()
  await me.fill('title', cast.story.title)
  await me.fill('story', cast.story.whatHappened)
  await look('apply-2', me)
  await me.tap('next')
  await me.fill('respondents[0]-name', cast.names[1])
  await me.fill('respondents[0]-contact', '13800138000')
  await look('apply-3', me)
  await me.tap('next')
  await me.fill('claim-0-text', cast.claim)
  await me.fill('claim-0-amount', '2000')
  await look('apply-4', me)
  await me.tap('next')
  await me.$('file-input').setInputFiles({ name: cast.file, mimeType: 'text/plain', buffer: Buffer.from('20 + 21\n') })
  await me.$('exhibit').waitFor()
  await look('apply-5', me)
  await me.tap('next')
  await me.$('review').waitFor()
  await look('apply-6', me)
}
