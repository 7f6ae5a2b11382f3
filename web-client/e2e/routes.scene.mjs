// The debtor accepts enforcement on his phone, the creditor gets the deed; a deposit marks the instalment; both say how it was; a complaint is answered.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

const application = (person, act, state) => person.page.locator(`[data-testid=route-application][data-act=${act}][data-state=${state}]`)

async function applies(person, act, address) {
  await person.tap(`apply-${act}`)
  await person.fill('route-id', 'E12345678')
  await person.fill('route-address', address)
  await person.$('route-consent').check()
  await person.tap('route-send')
}

scene('routes: the debtor accepts enforcement on his phone, the notary answers, a deposit marks the instalment', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const owner = await stage.person({ name: '周永顺', device: 'phone' })
  const mediator = await staff(stage, 'li.mediator', '李敏')
  const mediation = await Mediation.accepted({ applicant: Object.assign(applicant, { place: '安徽省阜阳市颍州区' }), respondents: [Object.assign(owner, { place: '连云港市海州区' })], mediator })
  await mediation.open()
  await mediation.freeze('李海生在周永顺的渔船上做船员，工资未结清。双方对出海天数已核对一致。', ['履行后，双方就上述期间的工资不再有其他争议。'], [[owner, 160_000, '三月份工资']])
  await mediation.signedByAll()
  const page = `/cases/${mediation.caseId}`

  // Without the debtor's own word the button stands there, disabled, and says why.
  await applicant.open(page)
  await applicant.$('offer-NotarialDeed').getByText('还缺周永顺愿意接受强制执行的承诺').waitFor()
  assert.equal(await applicant.$('apply-NotarialDeed').isDisabled(), true)
  await applicant.$('routes-simulated').waitFor()

  // He reads the exact words, with sum and hash, and proves himself again.
  await owner.open(page)
  const words = await owner.$('acceptance-words').innerText()
  assert.match(words, /1,600\.00/)
  assert.match(words, /[0-9a-f]{64}/)
  assert.equal(await owner.$('acceptance-code').isDisabled(), true)
  await owner.$('acceptance-read').check()
  await owner.tap('acceptance-code')
  await owner.giveCode()
  await owner.$('accepted').waitFor()

  // The creditor is told without asking, applies, and the deed comes back to both.
  await applicant.page.locator('[data-testid=offer-NotarialDeed][data-open=true]').waitFor()
  await applies(applicant, 'NotarialDeed', '安徽省阜阳市颍州区人民路1号')
  for (const party of [applicant, owner]) await application(party, 'NotarialDeed', 'Granted').waitFor({ timeout: 60_000 })
  assert.match(await application(applicant, 'NotarialDeed', 'Granted').getByTestId('answer-number').innerText(), /模拟公证债字第\d+号/)
  await applicant.$('offer-ExecutionCertificate').getByText('到期没有履行才可以申请').waitFor()

  // The creditor does not take the money: a deposit of a part counts within its amount.
  await owner.tap('apply-NotarialDeposit')
  await owner.fill('route-amount', '1000')
  await owner.fill('route-reason', '多次联系，债权人拒不提供收款账户。')
  await owner.fill('route-id', 'G87654321')
  await owner.fill('route-address', '连云港市海州区朝阳路1号')
  await owner.$('route-consent').check()
  await owner.tap('route-send')
  await application(owner, 'NotarialDeposit', 'Granted').waitFor({ timeout: 60_000 })
  await applicant.page.locator('[data-testid=followed][data-state=PartlyPerformed]').waitFor()
  assert.match(await applicant.$('rest').innerText(), /600\.00/)
  const held = application(applicant, 'NotarialDeposit', 'Granted')
  await held.getByTestId('route-term').getByText('第五百七十四条').waitFor()
  await held.getByTestId('route-collect').click()
  await held.getByTestId('collected').waitFor()
})

scene('routes: each party says how it was, a complaint goes to the counter and never to the mediator', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const owner = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [owner], mediator })
  await mediation.open()
  await mediation.freeze('出海二十天，工资未付。', ['履行后，双方就工资不再有其他争议。'], [[owner, 160_000, '三月份工资']])
  await mediation.signedByAll()
  await applicant.open(`/cases/${mediation.caseId}`)
  for (const [question, score] of [['heard', 4], ['neutral', 2], ['understood', 5], ['overall', 3]]) await applicant.$(`opinion-${question}-${score}`).check()
  await applicant.tap('opinion-send')
  await applicant.$('opinion-done').waitFor()
  await applicant.tap('complaint-open')
  await applicant.$('matter-Bias').check()
  await applicant.fill('complaint-text', '调解员总让我让步。')
  await applicant.tap('complaint-send')
  await applicant.$('complaint').getByText('内部规则，待核实').first().waitFor()
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.me.open(`/cases/${mediation.caseId}`)
  assert.equal(await desk.me.$('complaint').count() + await desk.me.$('opinion').count() + await desk.me.$('complain').count(), 0)
  assert.deepEqual(await mediator.ask('GET', '/complaints'), [])
})
