// The walk goes on past what parties see of the cases in walk-cases.mjs.
import { words } from './walk-words.mjs'

/** `applicant` is his device; `as` gives the device of somebody else. */
export async function walkOn(on, applicant, as, look) {
  const at = async (who, path, id, name) => {
    await who.open(path)
    await who.$(id).first().waitFor()
    if (name) await look(name, who, id)
  }
  await at(applicant, `/cases/${on.table.caseId}`, 'draft-on-table', 'case-draft-on-table')
  await at(applicant, `/rooms/${on.table.room}`, 'term-changes', 'room-counter-proposal')
  await applicant.$('look-at-draft').last().click()
  await applicant.$('draft-on-table').getByTestId('news').waitFor()
  await applicant.$('draft-on-table').getByTestId('comment-Facts-0').click()
  await look('draft-on-table', applicant)

  await at(applicant, `/rooms/${on.list.room}`, 'withdraw', 'room-list')
  await applicant.tap('search-open')
  await applicant.fill('search-words', on.say.find)
  await applicant.page.keyboard.press('Enter')
  await applicant.$('search-hits').waitFor()
  await look('room-search', applicant)

  await applicant.open(`/rooms/${on.list.room}`)
  await applicant.tap('voice')
  await applicant.tap('voice-start')
  await applicant.page.locator('[data-testid=voice-recorder][data-state=recording]').waitFor()
  await applicant.page.waitForTimeout(1_200)
  await applicant.tap('voice-stop')
  await applicant.$('voice-listen').waitFor()
  await look('voice-note', applicant)
  await applicant.page.keyboard.press('Escape')
  await device(on, applicant, look)

  await at(applicant, `/cases/${on.met.caseId}`, 'time', 'case-sitting')
  await at(applicant, `/rooms/${on.met.room}`, 'guest-answer', 'room-guest-asked')
  await applicant.tap('guest-answer')
  await applicant.$('guest-ask').waitFor()
  await look('guest-ask', applicant)
  await applicant.page.keyboard.press('Escape')

  await at(applicant, `/rooms/${on.held.room}`, 'held-mine', 'room-held')
  await applicant.tap('times-open')
  await applicant.$('times-dialog').waitFor()
  await look('different-times', applicant)
  await applicant.page.keyboard.press('Escape')

  await call(on, applicant, await as(on.talk.respondents[0]), look)

  const owner = await as(on.routes.respondents[0])
  await at(owner, `/sign/${on.routes.caseId}`, 'acceptance', 'sign-acceptance')
  await at(applicant, `/cases/${on.routes.caseId}`, 'routes', 'case-routes')
  await at(owner, `/cases/${on.routes.caseId}`, 'apply-NotarialDeposit')
  await owner.tap('apply-NotarialDeposit')
  await owner.fill('route-reason', on.say.reason)
  await owner.fill('route-address', on.say.address)
  await look('case-deposit', owner, 'route-form')
  // Which court is competent is told from the debtor's address, as it stands in Chinese.
  if (on.say === words['zh-CN']) await paymentOrder(on, applicant, await as(on.overdue.respondents[0]), look)
  await applicant.open(`/cases/${on.routes.caseId}`)
  await applicant.$('opinion').waitFor()
  await applicant.tap('complaint-open')
  await applicant.$('matter-Bias').check()
  await applicant.fill('complaint-text', on.say.complaint)
  await look('case-opinion-and-complaint', applicant, 'opinion')

  await at(applicant, `/cases/${on.ended.caseId}`, 'your-data')
  await applicant.$('complaint').waitFor()
  await applicant.$('deletion-open').or(applicant.$('my-request')).first().waitFor()
  await look('case-your-data', applicant, 'your-data')
  await at(applicant, `/cases/${on.spare.caseId}`, 'your-data', 'case-your-data-running')
  await at(applicant, `/cases/${on.sealed.caseId}`, 'sealed-case', 'case-sealed')
}

/** What belongs to the device in one's hand: it can be kept on it, and shows without a network what is not sent yet. */
async function device(on, me, look) {
  await me.open('/my')
  await me.$('this-device').waitFor()
  await me.page.evaluate(() => window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() })))
  await me.$('install-offer').waitFor()
  await look('install-offer', me, 'this-device')
  await me.open(`/rooms/${on.list.room}`)
  await me.fill('draft', on.say.unsent)
  await me.page.waitForTimeout(600)
  const nobody = (route) => route.abort()
  await me.page.route('**/api/accounts/me', nobody)
  await me.open(`/rooms/${on.list.room}`)
  await me.$('unsent').waitFor()
  await look('offline', me)
  await me.page.unroute('**/api/accounts/me', nobody)
  await me.open(`/rooms/${on.list.room}`)
  await me.fill('draft', '')
  await me.page.waitForTimeout(600)
}

/** Without the mediator in the call those who have joined are held: they see and hear nobody. */
async function call(on, applicant, owner, look) {
  await applicant.open(`/rooms/${on.talk.room}`)
  await applicant.$('call-open').waitFor()
  await look('call-open', applicant)
  await applicant.tap('call-join')
  await applicant.page.locator('.call-preview video').waitFor()
  await look('call-ready', applicant)
  await applicant.tap('call-join-now')
  await applicant.$('call-leave').waitFor()
  await applicant.$('call-held').waitFor()
  await look('call-held', applicant)
  await owner.open(`/rooms/${on.talk.room}`)
  await owner.tap('call-join')
  await owner.tap('call-join-now')
  await owner.$('call-leave').waitFor()
  await on.presides?.(applicant, owner, look)
  for (const who of [owner, applicant]) await who.tap('call-leave')
}

async function paymentOrder({ overdue, say }, applicant, owner, look) {
  await applicant.open(`/cases/${overdue.caseId}`)
  await applicant.$('apply-PaymentOrder').or(applicant.page.locator('[data-act=PaymentOrder]')).first().waitFor()
  if (await applicant.$('apply-PaymentOrder').count() > 0) {
    await applicant.tap('apply-PaymentOrder')
    if (await applicant.$('route-id').count() > 0) await applicant.fill('route-id', 'E12345678')
    await applicant.fill('route-address', say.address)
    await look('case-payment-order', applicant, 'route-form')
    await applicant.$('route-consent').check()
    await applicant.tap('route-send')
  }
  await applicant.page.locator('[data-testid=route-application][data-act=PaymentOrder][data-state=Granted]').waitFor({ timeout: 60_000 })
  await applicant.$('route-history').locator('summary').first().click()
  await look('case-payment-order-granted', applicant, 'routes')
  await owner.open(`/cases/${overdue.caseId}`)
  await owner.$('route-object').waitFor()
  await look('case-payment-order-objection', owner, 'route-object')
}
