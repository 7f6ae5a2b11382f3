// The walk past what a page shows when there is nothing to show, when it waits, when something is refused or the network
// is gone, and past the questions that are asked in between.
import { act } from './acts.mjs'

/** `applicant` is his device, `stranger` somebody who has just entered and has no case. */
export async function walkStates(on, { applicant, stranger }, look) {
  const { page } = applicant
  const at = async (who, path, id, name) => {
    await who.open(path)
    await who.$(id).first().waitFor()
    await look(name, who, id)
  }
  const answered = async (pattern, answer, act) => {
    await page.route(pattern, answer)
    await act()
    await page.unroute(pattern, answer)
  }

  await stranger.enterQuietly()
  await at(stranger, '/my', 'my-page', 'my-empty')
  await stranger.open(`/cases/${on.held.caseId}`)
  await stranger.$('missing').waitFor()
  await look('case-not-yours', stranger)
  await stranger.open('/verify')
  await stranger.fill('verify-code', 'ABCD-EFGH-JKLM')
  await stranger.tap('verify-code-submit')
  await stranger.$('code-unknown').waitFor()
  await look('verify-unknown', stranger)
  await stranger.page.locator('input[type=file]').setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') })
  await stranger.$('verdict').waitFor()
  await look('verify-not-ours', stranger, 'verdict')

  let go
  const until = new Promise((resolve) => { go = resolve })
  await answered('**/api/cases/*', async (route) => { await until; await route.continue() }, async () => {
    await page.goto(`/cases/${on.held.caseId}`)
    await page.getByRole('status').first().waitFor()
    await look('loading', applicant)
    go()
    await applicant.$('case-page').waitFor()
  })
  await answered('**/api/cases/*', (route) => route.fulfill({ status: 503, body: '' }), async () => {
    await page.goto(`/cases/${on.held.caseId}`)
    await page.getByRole('alert').waitFor({ timeout: 20_000 })
    await look('failed', applicant)
  })
  await answered('**/api/mediators?*', firstIsAway, async () => {
    await at(applicant, `/cases/${on.spare.caseId}/mediator`, 'away-until', 'choose-mediator-away')
    await applicant.page.locator('[data-testid=mediator]:has([data-testid=away-until])').getByTestId('choose').click()
    await applicant.$('away-question').waitFor()
    await look('away-question', applicant)
    await page.keyboard.press('Escape')
  })

  await applicant.open(`/rooms/${on.list.room}`)
  await applicant.$('draft').waitFor()
  applicant.line.cut()
  await page.locator('[data-testid=connection][data-state=offline]').waitFor()
  await applicant.fill('draft', on.say.unsent)
  await applicant.tap('send')
  await applicant.$('pending').waitFor()
  await look('room-offline', applicant)
  applicant.line.mend()
  await applicant.$('pending').waitFor({ state: 'detached', timeout: 60_000 })

  await stranger.context.clearCookies()
  await at(stranger, '/my', 'enter-page', 'enter-again')
  await stranger.fill('contact', stranger.contact)
  await stranger.tap('contact-submit')
  await stranger.$('code').waitFor()
  await stranger.fill('code', (await stranger.codeSent()) === '000000' ? '000001' : '000000')
  await stranger.tap('code-submit')
  await stranger.$('refusal').waitFor()
  await look('enter-refused', stranger)
}

async function firstIsAway(route) {
  const response = await route.fetch()
  const [first, ...others] = await response.json()
  await route.fulfill({ response, json: [...others, { ...first, awayUntil: '2026-12-31', openCases: 0 }] })
}

/** Of those who work for the centre; `idle` has nothing to do, `stranger` has not entered. */
export async function walkStaffStates(on, { keeper, desk, guide, idle, stranger, as }, look) {
  const { page } = desk
  await stranger.open('/staff')
  await stranger.fill('user-name', 'zhao.mediator')
  await stranger.fill('password', 'not this one')
  await stranger.tap('staff-submit')
  await stranger.$('refusal').waitFor()
  await look('staff-refused', stranger)

  await idle.open('/console')
  await idle.$('console').waitFor()
  await look('console-empty', idle)
  await desk.open(`/console?side=case:${on.appointed.caseId}`)
  await desk.$('appointment').waitFor()
  await look('console-appointment', desk, 'appointment')
  await desk.tap('decline-case')
  await look('console-decline', desk, 'appointment')

  await desk.open(`/console?side=case:${on.held.caseId}`)
  await desk.tap('side-tab-guidance')
  await desk.$('asked-question').first().waitFor()
  await desk.$('reply-text').first().waitFor()
  await look('console-asked-back', desk, 'asked-question')
  await guide.open('/guidance')
  const open = guide.page.locator('[data-testid=guide-question][data-state=Open]').first()
  await open.locator('summary').click()
  await open.getByTestId('question-take').click()
  await guide.$('answer-form').first().waitFor()
  await look('guidance-answer', guide, 'answer-form')
  await guide.$('way-askBack').first().click()
  await look('guidance-ask-back', guide, 'answer-form')

  await desk.open('/console')
  await desk.tap('leave-add')
  await look('console-leave-add', desk, 'leaves')
  await on.takeLeave()
  await desk.open('/console')
  await desk.$('leave').first().waitFor()
  await look('console-leave', desk, 'leaves')

  await page.locator(`[data-testid=queue-case][data-case="${on.held.caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  const pane = page.locator(`[data-testid=pane][data-room="${on.held.room}"]`)
  await pane.getByTestId('message-list').waitFor()
  for (const [open, shown, name] of [['palette-open', 'palette-search', 'console-palette'], ['keys-open', 'keys', 'console-keys'], ['alerts-open', 'alerts-try', 'console-alerts']]) {
    await desk.tap(open)
    await desk.$(shown).waitFor()
    await look(name, desk)
    await page.keyboard.press('Escape')
  }
  await act(pane, 'close-session')
  await desk.$('reason-dialog').waitFor()
  await look('console-close', desk)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1440, height: 900 })
  await pane.getByTestId('law').click()
  await desk.$('law-dialog').waitFor()
  await look('console-law', desk)
  await page.keyboard.press('Escape')
  desk.line.cut()
  await page.locator('[data-testid=connection][data-state=offline]').first().waitFor()
  await look('console-offline', desk)
  desk.line.mend()

  const chair = await as(on.chair)
  await chair.open('/console')
  await chair.page.locator(`[data-testid=queue-case][data-case="${on.advised.caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  const advised = chair.page.locator(`[data-testid=pane][data-room="${on.advised.room}"]`)
  await advised.getByTestId('message-list').waitFor()
  await act(advised, 'panel-open')
  await chair.$('panel-form').waitFor()
  await look('console-panel-ask', chair)
  await chair.page.keyboard.press('Escape')

  await keeper.open(`/board?case=${on.held.caseId}`)
  await keeper.$('appoint-pick').first().waitFor()
  await look('board-hand-over', keeper, 'appoint')
  await keeper.tap('appoint-skilled')
  await keeper.page.locator('[data-testid=appoint-pick]:enabled').first().click()
  await keeper.$('reason-dialog').waitFor()
  await look('board-hand-over-reason', keeper)
  await keeper.page.keyboard.press('Escape')
}
