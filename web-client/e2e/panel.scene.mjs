// The panel: the mediator asks a colleague in; he sees this one room; the party's page and its lists know nothing of it.
import assert from 'node:assert/strict'
import { act } from './stage/acts.mjs'
import { axeFaults } from './stage/axe.mjs'
import { atConsole, staff } from './stage/cases.mjs'
import { Mediation } from './stage/mediation.mjs'
import { say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'

scene('a colleague is consulted out of the parties’ sight', async (stage) => {
  const applicant = await stage.person({ name: '李海生' })
  const respondent = await stage.caller({ name: '周永顺' })
  const caller = await staff(stage, 'li.mediator', '李敏')
  const asked = await staff(stage, 'sun.butler', '孙管家')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator: caller })
  const mediator = await stage.deviceOf(caller, { device: 'desktop' })
  const colleague = await stage.deviceOf(asked, { device: 'desktop', language: 'en' })
  await applicant.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant)
  const joint = await atConsole(mediator, mediation)

  await act(joint, 'panel-open')
  await mediator.page.locator('[data-testid=panel-colleague][data-name=孙管家]').click()
  assert.deepEqual(await axeFaults(mediator.page), [])
  await mediator.tap('panel-ask')
  const panel = mediator.page.locator('[data-testid=pane][data-kind=Panel]')
  await panel.getByTestId('roster').filter({ hasText: '孙管家' }).waitFor()
  await panel.getByTestId('send').filter({ hasText: '只发给孙管家' }).waitFor()
  await panel.locator('textarea').fill('利息这一项您怎么看？')
  await panel.getByTestId('send').click()
  await panel.getByTestId('entry').filter({ hasText: '利息这一项' }).waitFor()

  // The colleague: this room and nothing else of the case.
  await colleague.open('/console')
  const row = colleague.page.locator(`[data-testid=queue-panels] [data-testid=queue-room]`).first()
  await row.click()
  const his = colleague.page.locator('[data-testid=pane][data-kind=Panel]')
  await his.getByTestId('entry').filter({ hasText: '利息这一项' }).waitFor()
  await his.locator('textarea').fill('先谈本金，利息放一放。')
  await his.getByTestId('send').click()
  await panel.getByTestId('entry').filter({ hasText: '先谈本金' }).waitFor()
  assert.equal(await his.getByTestId('panel-open').count() + await his.getByTestId('side-case').count() + await his.getByTestId('remove').count(), 0)
  for (const who of [mediator, colleague]) assert.deepEqual(await axeFaults(who.page), [])

  // A canned text's variables: nothing of the case fills them here, and that is said before anything goes.
  await panel.locator('textarea').fill('{申请人}要的{金额}，您看合适吗？')
  await panel.getByTestId('unfilled').filter({ hasText: '合议室里不自动填写案件内容' }).waitFor()
  await panel.getByTestId('send').click()
  await mediator.page.getByTestId('unfilled-question').waitFor()
  await mediator.tap('unfilled-back')
  assert.equal(await his.getByTestId('entry').filter({ hasText: '{申请人}' }).count(), 0)
  await panel.locator('textarea').fill('')

  // The party hears nothing of it.
  await say(applicant, '我在等')
  await joint.getByTestId('entry').filter({ hasText: '我在等' }).waitFor()
  assert.deepEqual((await applicant.ask('GET', '/rooms')).map((room) => room.kind), ['Joint'])
  assert.equal(await applicant.page.getByText('合议').count(), 0)

  // The first words to everybody after the panel wait for five seconds.
  await joint.locator('textarea').fill('请各方继续。')
  await mediator.page.waitForTimeout(800)
  await joint.getByTestId('send').click()
  await joint.getByTestId('held').waitFor()
  await joint.getByTestId('send-now').click()
  await joint.getByTestId('entry').filter({ hasText: '请各方继续' }).waitFor()
})
