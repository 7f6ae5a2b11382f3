// Held for review: what a party writes waits for the mediator, goes through unchanged or back with a reason; the other phone sees nothing of it meanwhile.
import assert from 'node:assert/strict'
import { act } from './stage/acts.mjs'
import { axeFaults } from './stage/axe.mjs'
import { roomOnThreePages } from './stage/cases.mjs'
import { scene } from './stage/scene.mjs'

scene('a message waits for the mediator, is let through, another comes back into the draft', async (stage) => {
  const { applicant, respondent, mediator, pane } = await roomOnThreePages(stage)

  await act(pane, 'hold-switch')
  await mediator.fill('hold-reason', '请各方先冷静')
  await mediator.tap('hold-yes')
  await pane.getByTestId('held-queue').waitFor()
  for (const who of [applicant, respondent]) await who.$('hold-on').filter({ hasText: '赵清' }).waitFor()

  const write = async (who, text) => {
    await who.$('draft').fill(text)
    await who.tap('send')
    await who.$('held-mine').filter({ hasText: text }).waitFor()
  }
  await write(applicant, '三个月没有发工资')
  await write(applicant, '你这个骗子')
  const rows = pane.getByTestId('held-row')
  await rows.nth(1).waitFor()
  await mediator.page.locator('[data-testid=room-held]').first().waitFor()
  assert.equal(await respondent.page.getByText('三个月没有发工资').count(), 0)
  for (const who of [applicant, mediator]) assert.deepEqual(await axeFaults(who.page), [])

  await rows.nth(0).getByTestId('held-release').click()
  await respondent.$('entry').filter({ hasText: '三个月没有发工资' }).getByTestId('written-at').waitFor()
  await rows.filter({ hasText: '骗子' }).getByTestId('held-return').click()
  await mediator.fill('held-reason', '请只说事实')
  await mediator.tap('held-return-yes')
  await applicant.$('held-returned').filter({ hasText: '请只说事实' }).waitFor()
  assert.deepEqual(await axeFaults(applicant.page), [])
  await applicant.tap('held-take')
  await applicant.$('held-returned').waitFor({ state: 'detached' })
  assert.equal(await applicant.$('draft').inputValue(), '你这个骗子')

  // A reload loses nothing of what waits; the end lets it through.
  await applicant.$('draft').fill('')
  await write(applicant, '我只想要工资')
  await applicant.page.reload()
  await applicant.$('held-mine').filter({ hasText: '我只想要工资' }).waitFor()
  await act(pane, 'hold-switch')
  await mediator.tap('hold-yes')
  await respondent.$('entry').filter({ hasText: '我只想要工资' }).waitFor()
  await applicant.$('hold-on').waitFor({ state: 'detached' })
  assert.equal(await respondent.page.getByText('骗子').count(), 0)
})
