// Two parties on two phones apply together for judicial confirmation; the simulated court rules; the mediator looks on.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

const inState = (person, state) => person.page.locator(`[data-testid=confirmation-state][data-state=${state}]`)

scene('confirmation: two phones apply together and the court rules the agreement valid', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.person({ name: '周永顺', device: 'phone' })
  const mediator = await staff(stage, 'li.mediator', '李敏')
  const mediation = await Mediation.accepted({ applicant: Object.assign(applicant, { place: '安徽省阜阳市' }), respondents: [Object.assign(respondent, { place: '连云港市海州区' })], mediator })
  await mediation.open()
  await mediation.freeze('李海生在周永顺的渔船上做船员，工资未结清。双方对出海天数已核对一致。', ['履行后，双方就上述期间的工资不再有其他争议。'], [[respondent, 160_000, '支付三月份工资']])
  await mediation.signedByAll()
  const page = `/cases/${mediation.caseId}`

  // What can be done, until when, and why not by the other ways.
  await applicant.open(page)
  assert.match(await applicant.$('days-left').innerText(), /还剩 3\d 天/)
  await applicant.$('simulated').getByText('模拟法院（演示）').waitFor()
  await applicant.$('confirmation-clock').getByText('第二百零五条').waitFor()
  await applicant.$('other-routes').locator('summary').click()
  for (const [route, open, why] of [['NotarialEnforcement', false, '还没有作出愿意接受强制执行的承诺'], ['NotarialDeposit', true, '没有正当理由拒收'], ['PaymentOrder', false, '到期未付才可以申请'], ['ArbitralAward', false, '尚未核实']]) {
    assert.equal(await applicant.$(`route-${route}`).getAttribute('data-open'), String(open))
    await applicant.$(`route-${route}`).getByText(why).waitFor()
  }

  // One begins: he chooses the court, and consents separately that his data go there.
  await applicant.tap('confirmation-begin')
  await applicant.$('confirmation-form').getByText('李海生的地址没有写到县（区）').waitFor()
  await applicant.$('court-320706').check()
  await applicant.fill('confirmation-id', '340321199001011234')
  await applicant.fill('confirmation-address', '安徽省阜阳市颍州区人民路1号')
  assert.equal(await applicant.$('confirmation-apply').isDisabled(), true, 'nothing goes without the consent')
  assert.match(await applicant.$('consent-text').innerText(), /连云港市海州区人民法院/)
  await applicant.$('confirmation-consent').check()
  await applicant.tap('confirmation-apply')
  await applicant.$('refusal').getByText('身份证件号码有误').waitFor()
  await applicant.fill('confirmation-id', 'E12345678')
  await applicant.tap('confirmation-apply')
  await inState(applicant, 'Joining').waitFor()

  // The other one agrees on his own phone; what he forgot is named before anything is sent.
  await respondent.open(page)
  await respondent.$('confirmation-answer').getByText('李海生已申请司法确认').waitFor()
  await respondent.fill('confirmation-address', '连云港市海州区朝阳路1号')
  await respondent.$('confirmation-consent').check()
  await respondent.tap('confirmation-apply')
  await inState(respondent, 'Joined').waitFor()
  await inState(applicant, 'Joined').waitFor() // told, not asked for
  await applicant.$('packet-missing').getByText('由周永顺提供').waitFor()
  await respondent.fill('supply-id', 'G87654321')
  await respondent.tap('supply-yes')

  // The court's answers come back to both, and to the mediator's desk.
  for (const party of [applicant, respondent]) {
    await inState(party, 'Confirmed').waitFor({ timeout: 60_000 })
    assert.match(await party.$('court-case-number').innerText(), /模拟调确\d+号/)
    await party.$('confirmation-history').locator('summary').click()
    for (const step of ['发起申请', '共同申请', '补充材料', '送往法院', '法院签收', '法院受理', '裁定有效']) await party.$('confirmation-history').getByText(step, { exact: true }).first().waitFor()
    await party.$('court-receipt').getByText('模拟收').waitFor()
  }
  const desk = new Desk(await stage.person({ name: '李敏', device: 'desktop' }))
  await desk.signIn('li.mediator')
  await desk.me.open(page)
  await inState(desk.me, 'Confirmed').waitFor()
  assert.equal(await desk.me.$('confirmation-begin').count(), 0)
})
