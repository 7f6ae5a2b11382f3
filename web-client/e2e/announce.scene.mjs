// What is spoken to somebody who does not see: each new line of others once, over a lost line and over a change of rooms;
// nothing of his own, nothing that was there before.
import assert from 'node:assert/strict'
import { roomOnAPage } from './stage/cases.mjs'
import { goToCaucus, goToJointRoom, heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

/** Runs in the page first: keeps whatever is added to a polite region of a room, as a screen reader is told of it. */
function listen() {
  globalThis.odrSpoken = []
  new globalThis.MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[data-testid=announcer]')
      if (type === 'characterData' && region) globalThis.odrSpoken.push(target.data)
      else if (region) globalThis.odrSpoken.push(...[...addedNodes].map((node) => node.textContent))
    }
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

const spoken = ({ page }) => page.evaluate(() => globalThis.odrSpoken.splice(0))

/** What has been spoken since the last time, once this line has been shown. */
async function since(who, text) {
  await heard(who, text)
  await new Promise((later) => setTimeout(later, 300))
  return (await spoken(who)).filter((line) => line.includes('K7'))
}

scene('each new line of others is spoken once, over a lost line and a change of rooms', async (stage) => {
  const { applicant, respondent, mediator, mediation, room } = await roomOnAPage(stage)
  await mediation.say(respondent, room, 'K7 这句早就在这里')
  await heard(applicant, 'K7 这句早就在这里')
  await applicant.page.addInitScript(listen)
  await applicant.page.reload()
  assert.deepEqual(await since(applicant, 'K7 这句早就在这里'), [], 'what was there is not new')

  for (const text of ['K7 第一句', 'K7 好的', 'K7 好的']) await mediation.say(respondent, room, text)
  await until('both are shown', async () => (await applicant.$('entry').filter({ hasText: 'K7 好的' }).count()) === 2)
  assert.deepEqual(await since(applicant, 'K7 第一句'), ['周永顺：K7 第一句', '周永顺：K7 好的', '周永顺：K7 好的'], 'the same words said twice are two lines')
  await say(applicant, 'K7 我自己说的')
  assert.deepEqual(await since(applicant, 'K7 我自己说的'), [])

  applicant.line.cut()
  await applicant.page.locator('[data-testid=connection][data-state=offline]').waitFor()
  for (const text of ['K7 断线时一', 'K7 断线时二', 'K7 断线时三']) await mediation.say(text.endsWith('二') ? mediator : respondent, room, text)
  applicant.line.mend()
  assert.deepEqual(await since(applicant, 'K7 断线时三'), ['周永顺：K7 断线时一', '赵清：K7 断线时二', '周永顺：K7 断线时三'], 'each of those missed, in order, and none again')

  const caucus = await mediation.caucus(applicant, async () => {
    await applicant.$('tab-Caucus').waitFor()
    await goToCaucus(applicant).catch(() => undefined) // he may have to be let in first
  })
  await mediation.say(mediator, caucus, 'K7 只对您说')
  assert.deepEqual(await since(applicant, 'K7 只对您说'), ['赵清：K7 只对您说'])
  await new Promise((later) => setTimeout(later, 1_000)) // a page that was left only a moment ago still listens
  await mediation.say(respondent, room, 'K7 您不在时说的')
  await goToJointRoom(applicant)
  assert.deepEqual(await since(applicant, 'K7 您不在时说的'), [], 'what one finds on coming back is marked as unread, not spoken line by line')
  await mediation.say(respondent, room, 'K7 您回来了')
  assert.deepEqual(await since(applicant, 'K7 您回来了'), ['周永顺：K7 您回来了'])
})

scene('on the desk each new line is spoken once, with its room', async (stage) => {
  const { applicant, respondent, mediator, mediation, room } = await roomOnAPage(stage)
  const caucus = await mediation.caucus(applicant)
  const desk = await stage.deviceOf(mediator, { device: 'desktop' })
  await desk.page.addInitScript(listen)
  await desk.open('/console')
  for (const id of [room, caucus]) {
    await desk.page.locator(`[data-testid=queue-room][data-room="${id}"]`).click()
    await desk.page.locator(`[data-testid=pane][data-room="${id}"]`).getByTestId('message-list').waitFor()
  }
  await spoken(desk)
  await mediation.say(respondent, room, 'K7 大家都听到')
  await mediation.say(applicant, caucus, 'K7 只对您说')
  await heard(desk, 'K7 大家都听到')
  // Two rooms have no order between them.
  const said = await since(desk, 'K7 只对您说')
  assert.equal(said.length, 2)
  const [joint, alone] = ['K7 大家都听到', 'K7 只对您说'].map((text) => said.find((line) => line.endsWith(text)) ?? '')
  assert.match(joint, /^.+：周永顺：K7 大家都听到$/)
  assert.match(alone, /^.+：李海生：K7 只对您说$/)
  assert.notEqual(joint.split('：')[0], alone.split('：')[0], 'which room it was is heard')
})
