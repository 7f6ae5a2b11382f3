// The invitation: read before anything is asked, one link for one person once, and *no* is a *no*.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { chineseOn } from './stage/chinese.mjs'
import { Mediation, wageStory } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

async function invited(stage, { story = wageStory, names = ['李海生', '周永顺'], claims, ...who } = {}) {
  const applicant = await stage.caller({ name: names[0] })
  const respondent = await stage.person({ name: names[1], ...who })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const mediation = await Mediation.file({ applicant, respondents: [respondent], mediator, story, ...(claims ? { claims } : {}) })
  return { applicant, respondent, mediator, mediation, link: await respondent.invitation() }
}

async function identify(me, name = me.name) {
  await me.tap('invitation-next')
  await me.fill('identify-name', name)
  await me.tap('identify-send')
  await me.giveCode()
  await me.$('answer').waitFor()
}

scene('reading an invitation asks for nothing and says how to check it', async (stage) => {
  const { respondent, link } = await invited(stage)
  await respondent.open(link)
  await respondent.$('letter').waitFor()
  assert.equal(await respondent.page.locator('main input, main textarea').count(), 0)
  assert.ok(await respondent.page.locator('a[href^="tel:"]').count() > 0, 'the centre can be called')
  assert.equal(respondent.page.url().includes(link.split('#')[1]), true)
  assert.deepEqual((await respondent.context.cookies()).map(({ name }) => name).filter((name) => name !== 'odr_node'), [])
})

scene('a used-up link opens nothing for anybody else, and its owner comes in by a code', async (stage) => {
  const { respondent, mediation, link } = await invited(stage)
  await respondent.open(link)
  await identify(respondent)

  const other = await stage.person({ name: '别人' })
  await other.open(link)
  await other.tap('invitation-next')
  await other.$('enter-page').waitFor()
  await other.fill('contact', other.contact)
  await other.tap('contact-submit')
  await other.$('code').waitFor()
  await other.page.locator('details summary').click()
  await other.fill('name', '别人')
  await other.giveCode()
  await other.page.getByRole('alert').waitFor()
  assert.equal(await other.page.getByText(mediation.number).count(), 0, 'the case does not exist for him')

  const again = await stage.person({ name: respondent.name, contact: respondent.contact })
  await again.open(link)
  await again.tap('invitation-next')
  await again.fill('contact', respondent.contact)
  await again.tap('contact-submit')
  await again.giveCode()
  await again.$('answer').waitFor()
})

scene('a link that does not hold says so and what to do', async (stage) => {
  const visitor = await stage.person({ name: '周永顺' })
  for (const [link, code] of [['/i#bm90LWEtcmVhbC10b2tlbg', '无效或者已经过期'], ['/i', '链接不完整'], ['/i#%E0%A4%A', '无效或者已经过期']]) {
    await visitor.open('about:blank')
    await visitor.open(link)
    await visitor.page.getByText(code).waitFor()
    assert.ok(await visitor.page.getByTestId('invitation-help').isVisible(), `${link}: it says what to do`)
  }
})

scene('a wrong code is refused in a sentence and stays to be corrected', async (stage) => {
  const { respondent, link } = await invited(stage)
  await respondent.open(link)
  await respondent.tap('invitation-next')
  await respondent.fill('identify-name', '周永顺')
  await respondent.tap('identify-send')
  const right = await respondent.codeSent()
  const wrong = right === '000000' ? '000001' : '000000'
  await respondent.fill('code', wrong)
  await respondent.tap('code-submit')
  await respondent.$('refusal').filter({ hasText: '验证码' }).waitFor()
  assert.equal(await respondent.$('code').inputValue(), wrong)
  assert.equal(await respondent.$('identify-name').inputValue(), '周永顺')
  await respondent.fill('code', right)
  await respondent.tap('code-submit')
  await respondent.$('answer').waitFor()
})

scene('refusing is a hard stop that names the other ways', async (stage) => {
  const { respondent, mediation, link, applicant } = await invited(stage)
  await respondent.open(link)
  await identify(respondent)
  await respondent.tap('refuse')
  await respondent.tap('refuse-yes')
  await respondent.$('stopped').waitFor()
  const ways = await respondent.$('other-ways').innerText()
  for (const way of ['仲裁', '起诉']) assert.match(ways, new RegExp(way))

  await respondent.open(`/cases/${mediation.caseId}`)
  await respondent.$('other-ways').waitFor()
  for (const id of ['consent', 'to-choose', 'room-link']) assert.equal(await respondent.$(id).count(), 0)
  assert.equal((await applicant.ask('GET', `/cases/${mediation.caseId}`)).closingReason, 'Refused')
})

scene('an invitation can be followed in English from its first word to the consent', async (stage) => {
  const story = { kind: 'Contract', title: 'Unpaid invoice for cold storage', whatHappened: 'The goods were stored from March to May; the invoice has not been paid.' }
  const { respondent, link } = await invited(stage, { names: ['Harbour Cold Store', 'Anna Berg'], story, claims: [{ text: 'Pay the invoice', amountFen: 900_000, against: [0] }] })
  await respondent.open(link)
  await respondent.$('letter').waitFor()
  await respondent.tap('language')
  await respondent.page.getByText('Harbour Cold Store').first().waitFor()
  await noChinese(respondent)
  await respondent.tap('invitation-next')
  await noChinese(respondent)
  await respondent.fill('identify-name', 'Anna Berg')
  await respondent.tap('identify-send')
  await respondent.$('code').waitFor()
  await noChinese(respondent)
  await respondent.giveCode()
  await respondent.$('answer').waitFor()
  await noChinese(respondent)
  await respondent.$('answer-read').check()
  await respondent.tap('consent')
  await respondent.$('case-page').waitFor()
  await noChinese(respondent)
})

/** No Chinese on the page but names of organisations, case numbers, and what is marked as Chinese. */
async function noChinese(who) {
  assert.deepEqual(await chineseOn(who), [])
  assert.equal(await who.page.evaluate('document.documentElement.lang'), 'en')
}
