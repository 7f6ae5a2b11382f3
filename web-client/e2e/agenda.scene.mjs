// The agenda: written from what is usual, seen by both sides with the same time, over a reload and on another device; and the mediator's leave.
import assert from 'node:assert/strict'
import { act } from './stage/acts.mjs'
import { axeFaults } from './stage/axe.mjs'
import { roomOnThreePages } from './stage/cases.mjs'
import { inDays } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('an agenda is written, its points begin and end before everybody, and the time outlives a reload', async (stage) => {
  const { applicant, respondent, mediator, pane } = await roomOnThreePages(stage)
  await act(pane, 'agenda-open')
  await mediator.$('agenda-row').nth(5).waitFor()
  assert.deepEqual(await axeFaults(mediator.page), [])
  await mediator.$('agenda-drop').nth(0).click()
  await mediator.$('agenda-what').nth(0).fill('申请人陈述经过')
  await mediator.tap('agenda-save')
  await pane.getByTestId('agenda-bar').locator('summary').click()
  await pane.getByTestId('agenda-start').first().click()
  const timeOf = async (who) => Number(await who.$('agenda-time').getAttribute('data-left'))
  for (const who of [applicant, respondent]) await who.$('agenda-bar').filter({ hasText: '申请人陈述经过' }).getByTestId('agenda-time').waitFor()
  const [first, second] = [await timeOf(applicant), await timeOf(respondent)]
  assert.ok(Math.abs(first - second) <= 2 && first > 540, `${first} and ${second}`)
  await applicant.$('agenda-bar').locator('summary').click()
  assert.equal(await applicant.$('agenda-start').count(), 0)
  assert.deepEqual(await axeFaults(applicant.page), [])
  await applicant.page.reload()
  await applicant.$('agenda-time').waitFor()
  assert.ok(await timeOf(applicant) <= first)

  await pane.getByTestId('agenda-start').first().click()
  await respondent.$('entry-agenda-ended').filter({ hasText: '申请人陈述经过' }).waitFor()
  await pane.getByTestId('agenda-end').click()
  await applicant.$('agenda-bar').filter({ hasText: '接下来' }).waitFor()
})

scene('leave names the sittings that fall into it and keeps new ones out', async (stage) => {
  const { mediator, mediation } = await roomOnThreePages(stage)
  const day = inDays(150)
  const proposed = await mediation.mediator.ask('POST', `/cases/${mediation.caseId}/sittings`, { times: [{ startsAt: `${day}T14:00:00+08:00`, minutes: 60, place: null }] })
  await mediation.mediator.ask('POST', `/cases/${mediation.caseId}/sittings/${proposed.sittings[0].id}/fix`, { number: 1 })
  await mediator.tap('leave-add')
  await mediator.$('leave-first').fill(day)
  await mediator.tap('leave-yes')
  await mediator.$('leave-clash').waitFor()
  assert.deepEqual(await axeFaults(mediator.page), [])
  await mediator.tap('leave-clash')
  await mediator.$('case-side').waitFor()
  await mediator.tap('leave-cancel')
  await mediator.$('leave').waitFor({ state: 'detached' })
})

scene('parties agree to take part at different times, write while the mediator is out, and one takes it back', async (stage) => {
  const { applicant, respondent, mediator, mediation, pane } = await roomOnThreePages(stage)
  await applicant.tap('times-propose-open')
  assert.deepEqual(await axeFaults(applicant.page), [])
  await applicant.tap('times-propose')
  await respondent.tap('times-open')
  await respondent.$('times-dialog').getByText('第十六条').waitFor()
  assert.deepEqual(await axeFaults(respondent.page), [])
  await respondent.tap('times-consent')
  for (const who of [applicant, respondent]) await who.page.locator('[data-testid=times-line][data-effect=true]').waitFor()

  await act(pane, 'times-open')
  await mediator.page.locator('[data-testid=times-turn][data-party="周永顺"]').click()
  await respondent.page.locator('[data-testid=times-line][data-mine=true]').waitFor()
  // The page of the case says the same, and leads to the room.
  await respondent.open(`/cases/${mediation.caseId}`)
  await respondent.page.locator('[data-testid=times-line][data-mine=true]').filter({ hasText: '轮到您了' }).waitFor()
  assert.deepEqual(await axeFaults(respondent.page), [])
  await respondent.tap('times-to-room')
  await respondent.page.locator('[data-testid=times-line][data-mine=true]').waitFor()
  await pane.getByTestId('pane-close').click()
  await mediator.open('/staff')
  await respondent.$('draft').fill('我晚上才有空写')
  await respondent.tap('send')
  await applicant.$('entry').filter({ hasText: '我晚上才有空写' }).waitFor()

  await applicant.tap('times-open')
  await applicant.tap('times-withdraw')
  await respondent.$('times-line').waitFor({ state: 'detached' })
})
