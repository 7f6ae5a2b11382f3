// A whole mediation by keyboard alone: the mediator at the desk, a party from the link in the message to the signature.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { staff } from './stage/cases.mjs'
import { Keys } from './stage/keys.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { heard } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

const pane = (desk, kind) => desk.page.locator(`[data-testid=pane][data-kind=${kind}]`)
const stands = (desk, kind, text) => pane(desk, kind).getByTestId('entry').filter({ hasText: text }).waitFor()

/** From the desk to a room or a case: Ctrl+K and the number. */
async function jump(keys, number, wanted) {
  await keys.key('Control+k')
  await keys.person.$('palette-search').waitFor()
  await keys.type(number)
  const item = keys.page.locator(`[data-testid=palette-item][data-id="${wanted}"]`)
  await item.waitFor()
  for (let steps = 0; steps < 12 && (await item.getAttribute('aria-selected')) !== 'true'; steps++) await keys.key('ArrowDown')
  await keys.key('Enter')
}

/** Out of the writing, to what can be done in the room at hand. */
async function acts(keys) {
  await until('the keyboard is among the acts', async () => {
    await keys.key('Escape')
    await keys.key('a')
    return keys.page.evaluate(() => document.activeElement?.closest('.pane-acts, .pane-waiting') !== null && document.activeElement !== document.body)
  })
}

async function sign(keys) {
  await keys.tick('sign-read')
  await keys.write('sign-name', keys.person.name)
  await keys.press('sign-code')
  await keys.to('code')
  await keys.type(await keys.person.codeSent())
  await keys.key('Enter')
  await keys.person.$('sign-form').waitFor({ state: 'detached' })
}

scene('a whole mediation by keyboard alone, on both sides', async (stage) => {
  const applicant = await stage.caller({ name: '李海生' })
  const party = await stage.person({ name: '周永顺', device: 'desktop' })
  const caller = await staff(stage, 'zhao.mediator', '赵清')
  const desk = await stage.person({ name: '赵清', device: 'desktop', contact: caller.contact })
  await applicant.enterQuietly()
  const mediation = await Mediation.file({ applicant, respondents: [party], mediator: caller })
  const { caseId, number } = mediation

  // The party: the letter, the code, consent, the mediator.
  const phone = new Keys(party)
  await party.open(await party.invitation())
  await phone.press('invitation-next')
  await phone.write('identify-name', party.name)
  await phone.press('identify-send')
  await phone.to('code')
  await phone.type(await party.codeSent())
  await phone.key('Enter')
  await phone.tick('answer-read')
  await phone.press('consent')
  await party.$('case-page').waitFor()
  party.personId = (await party.ask('GET', '/accounts/me')).personId
  await phone.press('to-choose')
  await party.page.locator('[data-testid=mediator][data-name="赵清"]').waitFor()
  await until('the keyboard is at the mediator’s button', async () => {
    await phone.key('Tab')
    return party.page.evaluate(() => document.activeElement?.dataset.testid === 'choose' && document.activeElement.closest('[data-name="赵清"]') !== null)
  })
  await phone.key('Enter')
  await party.$('case-page').waitFor()

  // The mediator: signs in, reads the papers, accepts.
  const keys = new Keys(desk)
  await desk.open('/staff')
  await keys.write('user-name', 'zhao.mediator')
  await keys.write('password', 'Odr-demo-2026!')
  await keys.key('Enter')
  await desk.$('console').waitFor()
  desk.page.on('dialog', (dialog) => dialog.dismiss())
  await until('the case is in the queue', () => desk.page.locator(`[data-testid=queue-case][data-case="${caseId}"]`).count())
  await jump(keys, number, caseId)
  await keys.write('disclosure', '与各方当事人无利害关系')
  await keys.press('accept-case')
  await desk.page.locator(`[data-testid=queue-case][data-case="${caseId}"] [data-testid=queue-room][data-kind=Joint]`).waitFor()
  mediation.room = (await caller.ask('GET', '/rooms')).find((room) => room.caseId === caseId && room.kind === 'Joint').id
  // By J and K along the list, Enter on the room.
  await keys.key('Escape')
  await until('the keyboard is on the row of the room', async () => {
    await keys.key('j')
    return desk.page.evaluate((id) => document.activeElement?.dataset.row === id, mediation.room)
  })
  await keys.key('Enter')
  await pane(desk, 'Joint').getByTestId('draft').waitFor()

  // Both come, are let in, the sitting opens.
  await phone.press('room-link')
  await party.$('lobby').waitFor()
  await applicant.call('EnterRoom', { roomId: mediation.room, protocolVersion: 1 })
  for (const name of ['周永顺', '李海生']) {
    await pane(desk, 'Joint').locator(`[data-testid=admit][data-person="${name}"]`).waitFor()
    await acts(keys)
    await keys.press('admit', { where: ({ person }) => person === name })
    await pane(desk, 'Joint').locator(`[data-testid=admit][data-person="${name}"]`).waitFor({ state: 'detached' })
  }
  // Until the last one is let in it cannot be pressed, and the keyboard would begin behind it.
  await until('the sitting can be opened', () => pane(desk, 'Joint').getByTestId('open-session').isEnabled())
  await acts(keys)
  await keys.press('open-session')
  await pane(desk, 'Joint').locator('[data-testid=room-state][data-state=Open]').waitFor()
  await keys.key('Alt+1')
  await keys.type('各位好，请说说情况。')
  await keys.key('Enter')
  await stands(desk, 'Joint', '各位好')
  await heard(party, '各位好')
  await phone.write('draft', '我认这笔账。')
  await phone.key('Enter')
  await stands(desk, 'Joint', '我认这笔账')

  // With one side alone, and back with what both may hear.
  await acts(keys)
  await keys.press('caucus-menu')
  await until('the keyboard is on the party', async () => {
    const at = await desk.page.evaluate(() => document.activeElement?.querySelector('[data-person]')?.dataset.person ?? document.activeElement?.closest('[data-person]')?.dataset.person)
    if (at === '周永顺') return true
    await keys.key('ArrowDown')
    return false
  })
  await keys.key('Enter')
  await pane(desk, 'Caucus').getByTestId('draft').waitFor()
  await until('the keyboard is where one writes', () => desk.page.evaluate(() => document.activeElement?.closest('[data-kind=Caucus]') !== null && document.activeElement.tagName === 'TEXTAREA'))
  await keys.type('只对您说。')
  await until('sending rests no more', () => pane(desk, 'Caucus').getByTestId('send').isEnabled())
  await keys.key('Enter')
  await phone.press('tab-Caucus')
  await until('the talk is open or he waits', () => party.page.locator('[data-testid=composer][data-kind=Caucus], [data-testid=lobby]').count())
  await stands(desk, 'Caucus', '只对您说')
  await phone.press('tab-Joint')
  await party.page.locator('[data-testid=composer][data-kind=Joint]').waitFor()

  // A proposal, accepted.
  await until('the joint room is at hand', async () => {
    await keys.key('Alt+1')
    return (await pane(desk, 'Joint').getAttribute('data-active')) === 'true'
  })
  await until('sending rests no more', () => pane(desk, 'Joint').getByTestId('propose').isEnabled())
  await keys.to('propose', { back: true })
  await keys.key('Enter')
  await desk.$('term-1').waitFor()
  await keys.write('amount', '1600')
  await keys.write('term-text', '三月份工资')
  await keys.date('due', inDays(7))
  await keys.write('manner', '银行转账')
  await keys.press('propose-send')
  await party.$('proposal').filter({ hasText: '1,600.00' }).waitFor()
  await phone.press('accept')
  await phone.press('answer-confirm')
  await answer(mediation, applicant)
  await desk.page.locator('[data-testid=proposal][data-state=Agreed]').waitFor()

  // The agreement: written, frozen, signed by all.
  await acts(keys)
  await keys.press('side-agreement')
  await keys.write('draft-facts', '周永顺欠李海生三月份工资，双方核对一致。')
  await keys.press('take-agreed')
  await desk.$('obligation-row').first().waitFor()
  await desk.page.locator('[data-testid=save-state][data-phase=saved]').waitFor()
  await keys.press('freeze')
  await keys.press('freeze-yes')
  await desk.$('frozen-agreement').waitFor()
  await party.$('agreement-frozen').waitFor()
  await phone.press('to-sign')
  await sign(phone)
  await mediation.sign(applicant)
  await keys.press('mediator-sign')
  await sign(keys)
  await desk.$('outcome-download').waitFor({ timeout: 60_000 })
  for (const one of [phone, keys]) one.mustBeSeen()
  assert.equal((await mediation.file()).stage, 'Agreed')
}, { seconds: 400 })

/** The other side agrees without a page. */
async function answer({ room }, applicant) {
  const [proposal] = await applicant.ask('GET', `/rooms/${room}/proposals`)
  await applicant.ask('POST', `/proposals/${proposal.id}/answer`, { clientMessageId: randomUUID(), answer: 'Accept', reason: null })
}
