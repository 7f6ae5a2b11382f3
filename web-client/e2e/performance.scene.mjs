// An agreement is performed: the owner reports on his phone, the deckhand confirms a part, later the rest; the mediator sees it.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

/** Brought to its effect without pages; `rows` as for freezing. */
async function agreed({ applicant, respondents, mediator }, rows) {
  const mediation = await Mediation.file({ applicant, respondents, mediator })
  await mediation.consent()
  await mediation.accept()
  await mediation.open()
  await mediation.freeze('出海二十天，工资未付。双方对天数已核对一致。', ['履行后，双方就工资不再有其他争议。'], rows(respondents))
  for (const signer of [applicant, ...respondents, mediator]) await mediation.sign(signer)
  return mediation
}

const followed = (me) => me.page.locator('[data-testid=followed]')
const state = (me, wanted) => me.page.locator(`[data-testid=followed][data-state=${wanted}]`).waitFor()

scene('performance: the owner reports on his phone, a part is confirmed, later the rest', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const owner = await stage.person({ name: '周永顺', device: 'phone' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const mediation = await agreed({ applicant, respondents: [owner], mediator }, ([one]) => [[one, 160_000, '三月份工资']])
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.me.page.locator(`[data-testid=followed-case][data-case="${mediation.caseId}"]`).click()
  await state(desk.me, 'Due')

  await owner.open(`/cases/${mediation.caseId}`)
  await owner.tap('act-report')
  assert.equal(await owner.$('act-amount').inputValue(), '1600', 'the whole of it stands there at first')
  await owner.fill('act-amount', '1600.01')
  assert.ok(await owner.$('act-send').isDisabled(), 'no more than is owed')
  await owner.fill('act-amount', '1600')
  assert.equal(await owner.$('act-capitals').innerText(), '壹仟陆佰元整')
  await owner.fill('act-note', '尾号 3344')
  await owner.tap('act-send')
  await owner.$('unanswered').getByText('等待确认').waitFor()

  await applicant.open(`/cases/${mediation.caseId}`)
  await applicant.$('unanswered').getByText('尾号 3344').waitFor()
  await applicant.tap('answer-part')
  await applicant.fill('act-amount', '1000')
  await applicant.tap('act-send')
  await state(applicant, 'PartlyPerformed')
  assert.match(await applicant.$('rest').innerText(), /600\.00/)

  await state(owner, 'PartlyPerformed') // told, not asked for
  await owner.tap('act-report')
  assert.equal(await owner.$('act-amount').inputValue(), '600')
  await owner.tap('act-send')
  await applicant.tap('answer-all')
  await applicant.tap('act-send')
  await state(applicant, 'Performed')
  await owner.$('all-performed').waitFor()

  await state(desk.me, 'Performed')
  await desk.me.$('performance-history').locator('summary').click()
  assert.equal(await desk.me.$('performance-act').count(), 4)
  await desk.me.tap('act-remark')
  await desk.me.fill('act-note', '电话核实，双方均无异议')
  await desk.me.tap('act-send')
  await desk.me.$('performance-act').nth(4).waitFor()
  assert.equal(await desk.me.$('followed-case').and(desk.me.page.locator(`[data-case="${mediation.caseId}"]`)).count(), 0, 'what is performed needs no more attention')
})

scene('performance: what is late stands first, and a dispute shows the ways of the law', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const [first, second] = [await stage.caller({ name: '周永顺' }), await stage.caller({ name: '吴建国' })]
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const mediation = await agreed({ applicant, respondents: [first, second], mediator }, ([one, other]) => [[one, 160_000, '三月份工资', 7], [other, 180_000, '四月份工资', -2]])
  await applicant.open(`/cases/${mediation.caseId}`)
  await followed(applicant).nth(1).waitFor()
  assert.deepEqual(await followed(applicant).evaluateAll((cards) => cards.map((card) => `${card.dataset.number} ${card.dataset.state}`)), ['2 Overdue', '1 Due'])
  assert.match(await applicant.$('days-late').innerText(), /2 天/)
  assert.match(await applicant.$('performance-ways').innerText(), /司法确认.*支付令.*提起诉讼/s)

  await followed(applicant).nth(1).getByTestId('act-dispute').click()
  await applicant.fill('act-note', '周永顺要求打折')
  await applicant.tap('act-send')
  await state(applicant, 'Disputed')
  const seen = await first.ask('GET', `/cases/${mediation.caseId}/performance`)
  assert.deepEqual(seen.obligations.map((one) => [one.number, one.state]), [[1, 'Disputed']], 'each owner sees his own debt alone')
})
