// A mediator asks a legal guide in words that name nobody; the guide answers without a way to the case; the party's pages know nothing of it.
import assert from 'node:assert/strict'
import { axeFaults } from './stage/axe.mjs'
import { staff } from './stage/cases.mjs'
import { overTheEdge } from './stage/measures.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('a legal guide is asked with redacted facts and answers in the case', async (stage) => {
  const applicant = await stage.person({ name: '李海生' })
  const respondent = await stage.caller({ name: '周永顺' })
  const caller = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator: caller })
  const mediator = await stage.deviceOf(caller, { device: 'desktop' })
  const judge = await staff(stage, 'chen.judge', '陈法官')
  const guide = await stage.deviceOf(judge, { device: 'phone' })
  await applicant.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant)
  const before = await applicant.ask('GET', `/cases/${mediation.caseId}`)

  await mediator.open(`/console?side=case:${mediation.caseId}`)
  await mediator.tap('side-tab-guidance')
  await mediator.tap('ask-open')
  const subject = `没有书面合同的工资 ${Math.random().toString(36).slice(2, 7)}`
  await mediator.fill('ask-subject', subject)
  await mediator.fill('ask-facts', `李海生（${respondent.contact}）在周永顺的船上做了三个月，老周没有付工资。`)
  await mediator.fill('ask-question', '工资标准由谁举证？')
  await mediator.$('recognised').nth(3).waitFor()
  assert.deepEqual(await mediator.page.locator('[data-testid=recognised]').evaluateAll((all) => all.map((one) => one.dataset.word)), ['李海生', respondent.contact, '周永顺', '老周'])
  assert.ok(await mediator.$('ask-send').isDisabled())
  assert.deepEqual(await axeFaults(mediator.page), [])
  await mediator.tap('redact')
  await mediator.page.locator('[data-testid=redacting][data-found="0"][data-current=true]').waitFor()
  assert.equal(await mediator.$('ask-facts').inputValue(), '甲方（[电话]）在乙方的船上做了三个月，乙方没有付工资。')
  await mediator.tap('ask-send')
  const asked = mediator.page.locator('[data-testid=asked-question]').first()
  await asked.filter({ hasText: subject }).waitFor()

  // The guide: these words, and no way to the case.
  await guide.open('/guidance')
  const question = guide.page.locator('[data-testid=guide-question]').filter({ hasText: subject })
  await question.locator('summary').click()
  await question.getByTestId('question-take').click()
  await question.getByTestId('way-askBack').click()
  await question.getByTestId('answer-text').fill('有没有出海记录？')
  await question.getByTestId('answer-send').click()
  await guide.page.locator('[data-testid=guide-question][data-state=AskedBack]').filter({ hasText: subject }).waitFor()
  assert.deepEqual([...await axeFaults(guide.page), ...await overTheEdge(guide.page)], [])
  const seen = await guide.page.content()
  for (const secret of [mediation.caseId, mediation.number, '李海生', '周永顺', '赵清', before.title]) assert.ok(!seen.includes(secret), secret)
  for (const path of [`/cases/${mediation.caseId}`, `/cases/${mediation.caseId}/guidance`, `/rooms/${mediation.room}`]) assert.equal(await judge.ask('GET', path).catch((refused) => refused.status ?? 404), 404)

  await asked.filter({ hasText: '有没有出海记录' }).waitFor()
  await asked.getByTestId('reply-text').fill('周永顺有记录。')
  await asked.getByTestId('redact').click()
  await asked.locator('[data-testid=redacting][data-found="0"][data-current=true]').waitFor()
  await asked.getByTestId('reply-send').click()
  await question.filter({ hasText: '乙方有记录' }).getByTestId('answer-text').fill('由用工一方举证。')
  await question.getByTestId('answer-send').click()
  await guide.page.locator('[data-testid=guide-question][data-state=Answered]').filter({ hasText: subject }).waitFor()
  await asked.filter({ hasText: '由用工一方举证' }).waitFor()
  assert.deepEqual(await axeFaults(mediator.page), [])

  // The party's side of it: as before, and not a word.
  assert.deepEqual(await applicant.ask('GET', `/cases/${mediation.caseId}`), before)
  assert.equal(await applicant.page.getByText('指导').count(), 0)
  await question.getByTestId('guide-close').click()
  await question.waitFor({ state: 'detached' })
  await mediator.page.locator('[data-testid=asked-question][data-state=Closed]').filter({ hasText: subject }).waitFor()
})

scene('an operator pairs an organisation, names a guide who enters by a code, and ends both', async (stage) => {
  const caller = await staff(stage, 'city.operator', '市中心值班员')
  const keeper = await stage.deviceOf(caller, { device: 'desktop' })
  await keeper.open('/board')
  await keeper.tap('to-pairings')
  await keeper.$('pairing').first().waitFor()
  await keeper.tap('pairing-make')
  await keeper.fill('pairing-organisation-search', '东海县邻里和')
  await keeper.$('pairing-organisation').selectOption({ label: '东海县邻里和调解工作室 · 工作室' })
  await keeper.$('pairing-partner').selectOption({ label: '海州区司法局城东司法所 · 司法所' })
  assert.deepEqual(await axeFaults(keeper.page), [])
  await keeper.tap('pairing-save')
  const made = keeper.page.locator('[data-testid=pairing][data-ended=false]').filter({ hasText: '东海县邻里和调解工作室' })
  await made.getByTestId('guide-open').click()
  const guide = await stage.person({ name: '吴所长' })
  await made.getByTestId('guide-name').fill('吴所长')
  await made.getByTestId('guide-contact').fill(guide.contact)
  await made.getByTestId('guide-background').selectOption('JusticeOfficer')
  await made.getByTestId('guide-add').click()
  await made.getByTestId('guide').filter({ hasText: '吴所长' }).waitFor()

  await guide.enterQuietly()
  await guide.open('/guidance')
  await guide.$('no-guidance').waitFor()
  assert.deepEqual([...await axeFaults(guide.page), ...await overTheEdge(guide.page)], [])

  await made.getByTestId('guide-release').click()
  await made.locator('[data-testid=guide][data-ended=true]').waitFor()
  await made.getByTestId('pairing-end').click()
  await made.getByTestId('pairing-end-yes').click()
  await keeper.page.locator('[data-testid=pairing][data-ended=true]').filter({ hasText: '东海县邻里和调解工作室' }).first().waitFor()
  assert.deepEqual(await axeFaults(keeper.page), [])
})
