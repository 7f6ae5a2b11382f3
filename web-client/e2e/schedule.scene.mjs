// When to meet: the mediator proposes, two parties answer on their phones, one time is fixed, and it goes into a calendar.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('times are proposed, answered by thumb on two phones, fixed, and downloaded for a calendar', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.person({ name: '周永顺', device: 'phone' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.openCase(mediation.caseId)
  const { me } = desk

  await me.tap('propose-times')
  await me.$('time-at').fill(`${inDays(3)}T14:00`)
  await me.tap('time-add')
  await me.$('time-at').nth(1).fill(`${inDays(4)}T09:30`)
  await me.tap('propose-yes')
  assert.match(await me.$('sitting-waiting').innerText(), /李海生.*周永顺/)

  // The deckhand has gone abroad: he sees both times.
  await applicant.ask('POST', '/accounts/time-zone', { timeZone: 'America/New_York' })
  for (const [who, first, second] of [[applicant, 'Cannot', 'Prefer'], [respondent, 'Can', 'Can']]) {
    await who.open(`/cases/${mediation.caseId}`)
    await who.$('time').nth(0).getByTestId(`word-${first}`).click()
    await who.$('time').nth(1).getByTestId(`word-${second}`).click()
    await who.tap('answer-send')
    await who.$('answered').waitFor()
  }
  assert.match(await applicant.$('time').nth(1).innerText(), /09:30[\s\S]*America\/New_York/)
  assert.equal(await respondent.$('own-time').count(), 0)

  const second = me.$('choose-slot').nth(1)
  await second.getByText('周永顺 可以').waitFor() // told, not asked for
  await second.getByText('李海生 最合适').waitFor()
  await second.getByTestId('fix').click()
  await me.$('next-sitting').waitFor()
  await me.$('own-sitting').first().waitFor()

  await applicant.$('next-sitting').getByText('09:30').waitFor()
  await applicant.$('own-time').waitFor()
  const coming = applicant.page.waitForEvent('download')
  await applicant.tap('sitting-calendar')
  const file = await readFile(await (await coming).path(), 'utf8')
  assert.match(file, /BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T013000Z[\s\S]*END:VEVENT/)
  assert.ok(!file.includes('李海生') && !file.includes('周永顺'))

  await me.tap('call-off')
  await me.fill('call-off-reason', '双方已经和解')
  await me.tap('call-off-yes')
  await applicant.$('sitting-cancelled').getByText('双方已经和解').waitFor()
})
