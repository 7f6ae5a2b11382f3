// Facts that nobody disputes and minutes: written on the console, corrected on a phone, confirmed by all.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('undisputed facts are corrected by one, confirmed by all; minutes come from the record', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  await mediation.open()
  await mediation.say(applicant, mediation.room, '三月一共干了十九天。')
  await applicant.open(`/rooms/${mediation.room}`)
  await applicant.$('composer').waitFor()

  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.openCase(mediation.caseId)
  const { me } = desk
  await me.tap('sheet-begin-UndisputedFacts')
  await me.fill('sheet-write', '三月份出海二十天。')
  await me.tap('sheet-ask')
  await applicant.$('sheet-text').getByText('三月份出海二十天。').waitFor()
  await applicant.tap('sheet-correct')
  await applicant.fill('sheet-correction', '是十九天，不是二十天')
  await applicant.tap('sheet-correct-yes')
  await applicant.$('sheet-corrected').getByText('是十九天，不是二十天').waitFor()

  await me.tap('sheet-begin-UndisputedFacts')
  await me.$('sheet-corrected').first().getByText('是十九天').waitFor()
  await me.fill('sheet-write', '三月份出海十九天。')
  await me.tap('sheet-ask')
  await applicant.$('sheet-text').getByText('三月份出海十九天。').waitFor()
  await applicant.tap('sheet-confirm')
  const [asked] = (await respondent.ask('GET', `/cases/${mediation.caseId}/sheets`)).filter((sheet) => sheet.mayAnswer)
  await respondent.ask('POST', `/cases/${mediation.caseId}/sheets/${asked.id}/answer`, { hash: asked.hash, confirms: true, correction: null })
  await applicant.page.locator('[data-testid=sheet][data-state=Confirmed]').waitFor() // told, not asked for

  await me.tap('sheet-begin-Minutes')
  await me.tap('minutes-draft')
  await until(me, /李海生：三月一共干了十九天。/)
  await me.tap('sheet-ask')
  await me.page.locator('[data-testid=sheet][data-kind=Minutes][data-state=Asked]').waitFor()
  await applicant.open(`/cases/${mediation.caseId}`)
  await applicant.page.locator('[data-testid=sheet][data-kind=Minutes]').getByTestId('sheet-confirm').waitFor()
})

/** The writer's field holds words that match. */
async function until(me, words) {
  for (let tries = 0; tries < 50; tries++) {
    if (words.test(await me.$('sheet-write').inputValue())) return
    await me.page.waitForTimeout(100)
  }
  assert.fail(`the draft has no ${words}`)
}
