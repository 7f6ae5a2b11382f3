// A case changes hands: the centre gives it to a colleague who is away and knows it; a party who would choose him is told.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { axeFaults } from './stage/axe.mjs'
import { atConsole, staff } from './stage/cases.mjs'
import { Mediation, wageStory } from './stage/mediation.mjs'
import { say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

scene('a running case is handed to a colleague, and whoever chooses somebody away knows it', async (stage) => {
  const applicant = await stage.person({ name: '李海生' })
  const respondent = await stage.caller({ name: '周永顺' })
  const former = await staff(stage, 'li.mediator', '李敏')
  const successor = await staff(stage, 'sun.butler', '孙管家')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator: former })
  const leave = randomUUID()
  await successor.ask('POST', '/leaves', { id: leave, firstDay: day(0), lastDay: day(3) })
  stage.before(() => successor.ask('POST', `/leaves/${leave}/cancel`, {}))
  await applicant.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant)
  await say(applicant, '移交以前说的话')

  const operator = await stage.deviceOf(await staff(stage, 'ftz.operator', '自贸区值班员'), { device: 'desktop' })
  await operator.open(`/board?case=${mediation.caseId}`)
  await operator.tap('appoint-skilled')
  const row = operator.page.locator('[data-testid=appoint-mediator][data-name=孙管家]')
  await row.getByTestId('away-until').waitFor()
  assert.deepEqual(await axeFaults(operator.page), [])
  await row.getByTestId('appoint-pick').click()
  await operator.$('reason-dialog').filter({ hasText: '休假至' }).waitFor()
  assert.deepEqual(await axeFaults(operator.page), [])
  await operator.fill('reason', '李敏住院，孙管家已同意提前接手')
  await operator.tap('reason-yes')
  await operator.page.getByText('已移交给孙管家').waitFor()
  assert.ok((await former.ask('GET', '/rooms')).every((room) => room.caseId !== mediation.caseId), 'the former mediator has nothing of it')

  // The new one has the record, and the party hears him; his page has gone on by itself.
  const now = await stage.deviceOf(successor, { device: 'desktop' })
  const pane = await atConsole(now, mediation)
  await pane.getByTestId('entry').filter({ hasText: '移交以前说的话' }).waitFor()
  await say(applicant, '孙老师您好')
  await pane.getByTestId('entry').filter({ hasText: '孙老师您好' }).waitFor()

  // Another party at the list of mediators.
  const me = await successor.ask('GET', '/accounts/me')
  const draft = ({ name, contact }) => ({ name, contact, place: null, nature: 'Natural', idNumber: null, representativeName: null })
  const { caseId } = await applicant.ask('POST', '/cases', {
    requestId: randomUUID(), ...wageStory, applicant: draft(applicant), respondents: [draft(respondent)], claims: [{ text: '支付拖欠的工资', amountFen: 100_000, against: [0] }], exhibitIds: [], organisationId: me.organisationId, mediatorId: null,
  })
  await applicant.open(`/cases/${caseId}/mediator`)
  const card = applicant.page.locator('[data-testid=mediator][data-name=孙管家]')
  await card.getByTestId('away-until').waitFor()
  assert.deepEqual(await axeFaults(applicant.page), [])
  await card.getByTestId('choose').click()
  await applicant.$('away-question').filter({ hasText: '孙管家' }).waitFor()
  assert.deepEqual(await axeFaults(applicant.page), [])
  await applicant.tap('away-yes')
  await applicant.$('chosen').filter({ hasText: '孙管家' }).waitFor()
})
