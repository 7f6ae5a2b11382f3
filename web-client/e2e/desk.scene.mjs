// The mediator's desk: canned texts filled from the case, private notes on two devices, and nobody who waits goes unheard.
import assert from 'node:assert/strict'
import { axeFaults } from './stage/axe.mjs'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

async function begin(stage) {
  const applicant = await stage.caller({ name: '李海生' })
  const respondent = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  await mediation.open()
  return { applicant, respondent, mediation }
}

async function atDesk(stage, caseId) {
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.me.page.locator(`[data-testid=queue-case][data-case="${caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  return desk
}

scene('canned texts are filled from the case, what is missing is shown and asked about, all by keyboard', async (stage) => {
  const { mediation } = await begin(stage)
  const { me } = await atDesk(stage, mediation.caseId)
  const { page } = me
  await me.tap('snippets-open')
  for (const [shortcut, title, text] of [['kc', '开场', '{申请人}、{被申请人}，案号{案号}，请求金额{金额}。'], ['bf', '提醒本方', '{本方}，请在{截止日}前答复。']]) {
    await me.tap('snippet-new')
    await me.fill('snippet-shortcut', shortcut)
    await me.fill('snippet-title', title)
    await me.fill('snippet-text', text)
    await me.tap('snippet-save')
    await page.locator(`[data-testid=snippet][data-shortcut=${shortcut}]`).waitFor()
  }
  assert.deepEqual(await axeFaults(page), [])
  await page.keyboard.press('Escape')

  const draft = me.$('draft')
  await draft.click()
  await page.keyboard.type('/k')
  await page.locator('[data-testid=slash-item][data-shortcut=kc]').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  await page.keyboard.press('Enter')
  assert.equal(await draft.inputValue(), `李海生、周永顺，案号${mediation.number}，请求金额2,000.00元（贰仟元整）。`)
  await page.keyboard.press('Enter')
  await me.$('entry').filter({ hasText: '贰仟元整' }).waitFor()

  // In the joint room nobody is "the own side": it stays in its braces, selected, and asks before it goes.
  await page.keyboard.press('Control+k')
  await me.fill('palette-search', 'bf')
  await page.keyboard.press('Enter')
  await until('the text is in the draft', async () => /^\{本方\}，请在2\d{3}年/.test(await draft.inputValue()))
  await me.$('unfilled').getByText('{本方}').waitFor()
  await draft.press('Enter')
  await me.$('unfilled-question').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  await me.tap('unfilled-back')
  await me.$('unfilled').getByRole('button').click()
  await page.keyboard.type('周永顺')
  await me.$('unfilled').waitFor({ state: 'detached' })
  await draft.press('Enter')
  await me.$('entry').filter({ hasText: '周永顺，请在' }).waitFor()
})

scene('private notes are on the other device, survive a killed page and are never overwritten unseen', async (stage) => {
  const { mediation } = await begin(stage)
  const first = await atDesk(stage, mediation.caseId)
  await first.openCase(mediation.caseId)
  await first.me.tap('side-tab-notes')
  await first.me.fill('notes-text', '周的底线大概一千五')
  await first.me.page.locator('[data-testid=notes-state][data-phase=saved]').waitFor()
  assert.deepEqual(await axeFaults(first.me.page), [])
  await first.me.page.getByTestId('notes-text').pressSequentially('，李要道歉')
  await first.me.page.reload() // before it could save itself
  await until('the last words are back', async () => (await first.me.$('notes-text').inputValue()) === '周的底线大概一千五，李要道歉')
  await first.me.page.locator('[data-testid=notes-state][data-phase=saved]').waitFor()

  const second = await atDesk(stage, mediation.caseId)
  await second.openCase(mediation.caseId)
  await second.me.tap('side-tab-notes')
  await until('the other device shows them', async () => (await second.me.$('notes-text').inputValue()) === '周的底线大概一千五，李要道歉')
  await second.me.fill('notes-text', '手机上改了')
  await second.me.page.locator('[data-testid=notes-state][data-phase=saved]').waitFor()
  await first.me.fill('notes-text', '电脑上也改了')
  await first.me.$('notes-conflict').getByText('手机上改了').waitFor()
  assert.deepEqual(await axeFaults(first.me.page), [])
  await first.me.tap('notes-both')
  await first.me.page.locator('[data-testid=notes-state][data-phase=saved]').waitFor()
  assert.equal(await first.me.$('notes-text').inputValue(), '手机上改了\n————\n电脑上也改了')
})

scene('who waits unheard rings at the desk, then at the organisation, until somebody attends', async (stage) => {
  const { respondent, mediation } = await begin(stage)
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.me.page.addInitScript(() => {
    globalThis.tones = 0
    const start = globalThis.OscillatorNode.prototype.start
    globalThis.OscillatorNode.prototype.start = function (...when) {
      globalThis.tones++
      return start.apply(this, when)
    }
  })
  await desk.signIn('zhao.mediator')
  await desk.me.tap('alerts-open')
  await desk.me.$('alerts-desktop').waitFor()
  assert.deepEqual(await axeFaults(desk.me.page), [])
  await desk.me.page.keyboard.press('Escape')
  await mediation.say(respondent, mediation.room, 'canarywords')
  await until('the desk rings', () => desk.me.page.evaluate(() => globalThis.tones > 0))

  const clerk = await stage.person({ name: '市中心值班员', device: 'desktop' })
  await clerk.open('/staff')
  await clerk.fill('user-name', 'city.operator')
  await clerk.fill('password', 'Odr-demo-2026!')
  await clerk.tap('staff-submit')
  const entry = clerk.page.locator(`[data-testid=unattended-case][data-case="${mediation.caseId}"]`)
  await entry.waitFor({ timeout: 60_000 })
  const shown = await clerk.$('unattended').innerText()
  assert.match(shown, new RegExp(mediation.number))
  assert.doesNotMatch(shown, /canarywords|周永顺/)
  assert.deepEqual(await axeFaults(clerk.page), [])

  await desk.me.page.locator(`[data-testid=queue-room][data-room="${mediation.room}"]`).click()
  await desk.me.$('entry').filter({ hasText: 'canarywords' }).waitFor()
  await entry.waitFor({ state: 'detached', timeout: 60_000 })
})
