// Blind bidding beside the talk: the mediator opens it on the console, two phones answer in secret, it is compared at its time.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('secret bids that meet become an agreed proposal; nobody sees the other’s before', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.person({ name: '周永顺', device: 'phone' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  await mediation.open()
  for (const party of [applicant, respondent]) {
    await party.open(`/rooms/${mediation.room}`)
    await party.$('composer').waitFor()
  }

  // On the console: no amounts, a gap that may be shared, five minutes; then it is called off.
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  const { me } = desk
  await me.page.locator(`[data-testid=queue-case][data-case="${mediation.caseId}"]`).locator('[data-testid=queue-room][data-kind=Joint]').click()
  await me.$('pane-header').waitFor()
  await me.$('draft').click()
  await me.tap('propose')
  await me.$('asking-Bids').check()
  assert.equal(await me.$('amount').count(), 0, 'nobody names the sums beforehand')
  await me.fill('term-text', '三月份工资')
  await me.fill('asking-gap', '100')
  await me.$('asking-minutes').selectOption('minutes5')
  await me.tap('propose-send')
  await respondent.$('blind-amount').waitFor()
  await me.tap('blind-cancel')
  await me.tap('blind-cancel-yes')
  await respondent.$('blind-Cancelled').waitFor()

  await mediation.blind(respondent, '三月份工资', { seconds: 12, gapFen: 10_000 })
  await respondent.fill('blind-amount', '1500')
  await respondent.$('blind-shares').check()
  await respondent.tap('blind-give')
  await respondent.$('blind-mine').getByText('壹仟伍佰元整').waitFor()
  await applicant.fill('blind-amount', '1600')
  await applicant.$('blind-shares').check()
  await applicant.tap('blind-give')
  await applicant.$('blind-mine').getByText('壹仟陆佰元整').waitFor()
  assert.doesNotMatch(await applicant.$('message-list').innerText(), /1,?500/)
  assert.doesNotMatch(await me.$('message-list').innerText(), /1,?[56]00/)

  for (const party of [applicant, respondent]) {
    await party.$('blind-Deal').waitFor({ timeout: 30_000 })
    await party.page.locator('[data-testid=proposal][data-state=Agreed]').filter({ hasText: '1,550.00' }).waitFor()
  }
})
