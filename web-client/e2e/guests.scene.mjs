// Guests by consent, and the interpreter's seat: asked on the console, agreed on the phones, in by the link, rendered under the original.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { act } from './stage/acts.mjs'
import { axeFaults } from './stage/axe.mjs'
import { roomOnThreePages } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

async function propose({ mediator, pane }, guest, reason) {
  await act(pane, 'guests-open')
  await mediator.fill('guest-name', guest.name)
  await mediator.fill('guest-contact', guest.contact)
  await mediator.$('guest-form').getByTestId('guest-reason').fill(reason)
  await mediator.tap('guest-propose')
  await mediator.$('guest-item').waitFor()
}

scene('an interpreter comes in by the consent of both, renders, and each reads in his own language', async (stage) => {
  const all = await roomOnThreePages(stage, { name: 'Anna Berg', language: 'en' })
  const { applicant, respondent, mediator, mediation, pane } = all
  const interpreter = await stage.person({ name: '林译员' })
  await say(applicant, '译员来之前说的话')
  await propose(all, interpreter, '船东只说英语')
  assert.equal(await mediator.$('guest-state').getAttribute('data-state'), 'Asking')

  // Each answers on his own page; only the second consent invites.
  for (const who of [applicant, respondent]) {
    await who.tap('guest-answer')
    await who.$('guest-ask').waitFor()
    assert.deepEqual(await axeFaults(who.page), [])
    await who.tap('guest-consent')
    await who.$('guest-asks').waitFor({ state: 'detached' })
  }
  await mediator.page.locator('[data-testid=guest-state][data-state=Invited]').waitFor()
  await mediator.tap('guest-close')

  // His way in: the letter, the code, the undertaking, the lobby.
  await interpreter.open(await interpreter.invitation())
  await interpreter.$('guest-letter').filter({ hasText: '船东只说英语' }).waitFor()
  assert.deepEqual(await axeFaults(interpreter.page), [])
  await interpreter.tap('guest-next')
  await interpreter.tap('identify-send')
  await interpreter.giveCode()
  await interpreter.$('guest-words').waitFor()
  assert.ok(await interpreter.$('guest-undertake').isDisabled())
  await interpreter.$('guest-read').check()
  await interpreter.tap('guest-undertake')
  await interpreter.$('lobby').waitFor()
  await pane.locator('[data-testid=admit][data-person="林译员"]').click()
  await interpreter.$('interpreter-desk').waitFor()
  assert.equal(await interpreter.$('entry').filter({ hasText: '来之前' }).count(), 0, 'nothing of what was said before is his')
  assert.equal(await interpreter.$('propose').count(), 0, 'he negotiates nothing')

  // What is said waits for him, and stands rendered under the original.
  await say(applicant, '三个月的工资还没有付。')
  const original = respondent.$('entry').filter({ hasText: '三个月的工资' })
  await original.getByTestId('rendering-waits').waitFor()
  await interpreter.$('rendering-original').filter({ hasText: '三个月的工资' }).waitFor()
  assert.equal(await interpreter.$('rendering-language').inputValue(), 'en')
  await interpreter.fill('rendering-draft', 'Three months of wages are unpaid.')
  assert.deepEqual(await axeFaults(interpreter.page), [])
  await interpreter.tap('rendering-post')
  await original.locator('[data-testid=rendering][data-first=true][data-language=en]').filter({ hasText: 'Three months' }).waitFor()
  await original.getByTestId('original').waitFor() // in sight, and whole by one tap
  assert.ok((await original.getByTestId('original').innerText()).includes('三个月的工资'))
  await original.getByTestId('rendering-waits').waitFor({ state: 'detached' })
  assert.equal(await respondent.$('announcer').locator('p').last().innerText(), '林译员 · English translation: Three months of wages are unpaid.')
  // Who reads Chinese has the original first, the rendering below.
  await applicant.$('entry').filter({ hasText: '三个月的工资' }).locator('[data-testid=rendering][data-first=false]').waitFor()
  await respondent.$('reading-language').selectOption('original')
  await original.locator('[data-testid=rendering][data-first=false]').waitFor()
  assert.deepEqual(await axeFaults(respondent.page), [])

  // The other way round, two in a row: the desk goes on by itself.
  await say(respondent, 'I paid in March.')
  await say(respondent, 'I have the receipt.')
  await until('two wait', async () => (await interpreter.$('rendering-count').innerText()).includes('2'))
  await interpreter.fill('rendering-draft', '三月我付过了。')
  await interpreter.tap('rendering-post')
  await interpreter.$('rendering-original').filter({ hasText: 'receipt' }).waitFor()
  await applicant.$('entry').filter({ hasText: 'I paid in March' }).locator('[data-testid=rendering][data-first=true]').filter({ hasText: '三月我付过了' }).waitFor()

  // Removed like anybody: nothing of the room is left to him.
  await pane.locator('[data-testid=member]').filter({ hasText: '林译员' }).getByTestId('remove').click()
  await mediator.fill('reason', '翻译完成')
  await mediator.tap('reason-yes')
  await until('nothing is left on his page', async () => (await interpreter.$('entry').count()) === 0)
  await say(applicant, '之后的话')
  await interpreter.page.reload()
  assert.equal(await interpreter.$('entry').count(), 0)
  assert.equal((await interpreter.http.get(`${stage.url}/api/rooms/${mediation.room}/entries`)).status(), 404)
})

scene('one refusal keeps a guest out, on the page of the case too, and it can be changed', async (stage) => {
  const all = await roomOnThreePages(stage, { name: 'Anna Berg', language: 'en' })
  const { applicant, respondent, mediator, mediation } = all
  const expert = await stage.person({ name: '陈专家' })
  await propose(all, expert, '说明渔船油耗')
  await applicant.open(`/cases/${mediation.caseId}`)
  await applicant.$('guest-ask').waitFor()
  assert.deepEqual(await axeFaults(applicant.page), [])
  await applicant.tap('guest-refuse')
  await applicant.$('guest-mine').waitFor()
  await mediator.page.locator('[data-testid=guest-state][data-state=Refused]').waitFor()
  await respondent.tap('guest-answer')
  await respondent.tap('guest-consent')
  await heardInRecord(respondent, 'guest-answered')
  assert.equal(await mediator.$('guest-state').getAttribute('data-state'), 'Refused')
  await applicant.tap('guest-change')
  await applicant.tap('guest-consent')
  await mediator.page.locator('[data-testid=guest-state][data-state=Invited]').waitFor()
  await mediator.tap('guest-withdraw')
  await mediator.page.locator('[data-testid=guest-state][data-state=Withdrawn]').waitFor()
  await expert.open(await expert.invitation())
  await expert.$('guest-help').waitFor()
  await mediation.say(mediation.mediator, mediation.room, `继续 ${randomUUID().slice(0, 4)}`)
  await heard(respondent, '继续')
})

const heardInRecord = (who, type) => who.$(`entry-${type}`).first().waitFor()
