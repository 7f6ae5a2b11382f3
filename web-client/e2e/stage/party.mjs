// What a party does on the pages.
import assert from 'node:assert/strict'

/** Fills in the guided application against two boat owners and files it; the page of the case is open afterwards. Gives its number. */
export async function apply(me, owners) {
  await me.open('/')
  await me.tap('way-apply')
  await me.fill('applicant-name', me.name)
  await me.fill('applicant-contact', me.contact)
  await me.fill('applicant-place', '安徽省阜阳市')
  await me.tap('next')
  await me.giveCode()

  await me.$('kind-LabourWages').check()
  await me.fill('title', '两条渔船拖欠船员工资')
  await me.fill('story', '我今年三月在周永顺的渔船上干活，四月在吴建国的渔船上干活，两位船主都说等卖了鱼再结工资，到现在一分钱也没有付。我已回到老家。')
  await me.tap('next')

  for (const [at, owner] of owners.entries()) {
    if (at > 0) await me.tap('other-add')
    await me.fill(`respondents[${at}]-name`, owner.name)
    await me.fill(`respondents[${at}]-contact`, owner.contact)
  }
  await me.tap('next')

  for (const [at, [text, amount]] of [['支付三月份工资', '2000'], ['支付四月份工资', '2100']].entries()) {
    if (at > 0) await me.tap('claim-add')
    await me.fill(`claim-${at}-text`, text)
    await me.fill(`claim-${at}-amount`, amount)
    await me.$(`claim-${at}-against-0`).setChecked(at === 0)
    await me.$(`claim-${at}-against-1`).setChecked(at === 1)
  }
  assert.equal(await me.$('claim-1-capitals').innerText(), '贰仟壹佰元整')
  await me.tap('next')

  await me.$('file-input').setInputFiles({ name: '出海记录.txt', mimeType: 'text/plain', buffer: Buffer.from('三月：周永顺船 20 天\n四月：吴建国船 21 天\n') })
  await me.$('exhibit').waitFor()
  await me.tap('next')

  await me.$('review').waitFor()
  await me.tap('file')
  const number = await me.$('case-number').innerText()
  await me.tap('to-case')
  await me.$('case-page').waitFor()
  return number
}

/** By the link that was sent: reads, gives name and code, consents; the page of the case is open afterwards. */
export async function answerInvitation(me, { from, number }) {
  await me.open(await me.invitation())
  const letter = await me.$('letter').innerText()
  assert.ok(letter.includes(from) && letter.includes(number) && letter.includes(me.name), 'the letter says who asks, about which case, and whom')
  await me.tap('invitation-next')
  await me.fill('identify-name', me.name)
  await me.tap('identify-send')
  await me.giveCode()
  await me.$('answer-read').check()
  await me.tap('consent')
  await me.$('case-page').waitFor()
}

export async function chooseMediator(me, name) {
  await me.tap('to-choose')
  await me.page.locator(`[data-testid=mediator][data-name="${name}"]`).getByTestId('choose').click()
  await me.$('case-page').waitFor()
}

/** From the page of the case into its joint room, as far as the lobby. */
export async function goToRoom(me) {
  await me.$('room-link').first().click()
  await me.$('lobby').waitFor()
}

/** Into a room whose mediator has let him in before. */
export async function goToRoomAgain(me) {
  await me.$('room-link').first().click()
  await me.$('message-list').waitFor()
}

/** Says something in the room that is open, and sees it stand in the record. */
export async function say(me, text) {
  await me.fill('draft', text)
  await me.tap('send')
  await heard(me, text)
}

/** Sees somebody's words in the room that is open. */
export async function heard(me, text) {
  await me.$('entry').filter({ hasText: text }).waitFor()
}

/** Follows the mediator into the caucus: nothing of it is there before the mediator lets him in. */
export async function goToCaucus(me) {
  await me.tap('tab-Caucus')
  await me.page.locator('[data-testid=composer][data-kind=Caucus]').waitFor()
}

export async function goToJointRoom(me) {
  await me.tap('tab-Joint')
  await me.page.locator('[data-testid=composer][data-kind=Joint]').waitFor()
}

/** Accepts the proposal over this sum, written as on the card; sees that it is agreed when he was the last. */
export async function acceptProposal(me, sum) {
  const card = me.$('proposal').filter({ hasText: sum })
  await card.getByTestId('accept').click()
  await card.getByTestId('answer-confirm').click()
  await card.getByTestId('accept').waitFor({ state: 'detached' })
}

/** Reads the frozen text, says so, types the name, proves himself by a code. */
export async function signAgreement(me) {
  await me.$('sign-form').waitFor()
  assert.equal(await me.$('text-hash').getAttribute('data-matches'), 'true', 'the browser itself has compared the text with its hash')
  await me.$('sign-read').check()
  await me.fill('sign-name', me.name)
  await me.tap('sign-code')
  await me.giveCode()
  await me.$('sign-form').waitFor({ state: 'detached' })
}
