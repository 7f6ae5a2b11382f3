// Video and voice: between the people of one room, from page to page; nothing of it where it does not belong.
import assert from 'node:assert/strict'
import { act } from './stage/acts.mjs'
import { cutOff, flows, join, pane, received, threePages } from './stage/call.mjs'
import { roomOnAPage } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { startService } from './stage/service.mjs'
import { until } from './stage/until.mjs'

scene('a call connects, is muted, moves to a caucus unseen by the other side, and survives a node kill', async (stage) => {
  const service = await startService(2)
  stage.plays(service)
  const { applicant, respondent, mediator, mediation } = await threePages(stage, 'node-1')
  assert.equal(await applicant.$('call-open').count(), 0, 'no call is on by itself')
  const joint = pane(mediator, 'Joint')
  await act(joint, 'open-call')
  await join(mediator, joint)
  await join(applicant)
  await join(respondent)
  for (const who of [mediator, applicant, respondent]) await flows(who, 2)

  // The mediator mutes: shown to all, undone by the person alone.
  await joint.locator('[data-testid=call-tile][data-person="李海生"]').getByTestId('call-mute').click()
  await applicant.$('call-muted').waitFor()
  await respondent.page.locator('[data-testid=call-tile][data-person="李海生"][data-muted=true]').waitFor()
  await applicant.tap('call-mic')
  await respondent.page.locator('[data-testid=call-tile][data-person="李海生"][data-hears=true]').waitFor()

  // Into the caucus: the joint call is left, and its parties are connected with nobody until the mediator is back.
  await act(joint, 'caucus-menu')
  await mediator.page.locator('[data-testid=caucus-with][data-person="李海生"]').click()
  const caucus = pane(mediator, 'Caucus')
  await act(caucus, 'open-call')
  await join(mediator, caucus)
  await respondent.$('call-held').waitFor()
  await cutOff(respondent)
  await joint.getByTestId('call-ended').or(joint.getByTestId('call-open')).first().waitFor()
  await applicant.$('tab-call').waitFor()
  await applicant.tap('tab-Caucus')
  await join(applicant)
  for (const who of [mediator, applicant]) await flows(who)
  const there = await caucus.getAttribute('data-room')
  assert.ok(!respondent.line.received(there), 'nothing of the caucus has come down to the other side')
  assert.equal((await received(respondent)).open, 0)

  // The node of all three dies: pictures and sound go on, and so does what needs the service, by the other node.
  service.kill(1)
  await mediator.page.locator('[data-testid=connection][data-state=offline]').first().waitFor()
  await flows(applicant)
  await flows(mediator)
  await applicant.page.locator('[data-testid=connection][data-state=caught-up]').waitFor({ timeout: 60_000 })
  await mediator.page.locator('[data-testid=connection][data-state=caught-up]').waitFor({ timeout: 60_000 })
  await flows(applicant)
  await say(applicant, '换了线路也还在')
  await caucus.locator('[data-testid=call-tile][data-person="李海生"]').getByTestId('call-mute').click()
  await applicant.$('call-muted').waitFor()
  const { frames } = await received(mediator)
  await until('pictures go on', async () => (await received(mediator)).frames > frames + 5)

  // The end is the end for everybody in it.
  await act(caucus, 'end-call')
  await applicant.$('call-ended').waitFor()
  await cutOff(applicant)
  await cutOff(mediator)
  const acts = (await mediation.mediator.ask('GET', `/rooms/${there}/entries?after=0`)).entries.map(({ body }) => body.type).filter((type) => type.startsWith('call-'))
  assert.deepEqual(acts, ['call-opened', 'call-joined', 'call-joined', 'call-ended'])
}, { seconds: 480 })

scene('whoever is removed is cut off at once', async (stage) => {
  const { applicant, respondent, mediator, mediation } = await threePages(stage)
  const joint = pane(mediator, 'Joint')
  await act(joint, 'open-call')
  await join(mediator, joint)
  await join(applicant)
  await join(respondent)
  for (const who of [mediator, applicant, respondent]) await flows(who, 2)
  await mediation.mediator.call('RemoveFromRoom', { roomId: mediation.room, personId: respondent.personId, reason: '扰乱秩序' })
  await cutOff(respondent)
  for (const who of [mediator, applicant]) await flows(who, 1)
})

scene('without camera and microphone the reason is said, one may watch and listen, and text goes on', async (stage) => {
  const { applicant, mediator, room } = await roomOnAPage(stage)
  await applicant.page.evaluate(() => { globalThis.navigator.mediaDevices.getUserMedia = () => Promise.reject(new globalThis.DOMException('', 'NotAllowedError')) })
  await mediator.call('OpenCall', { roomId: room })
  await applicant.tap('call-join')
  await applicant.page.locator('[data-testid=call-fault][data-fault=denied]').waitFor()
  assert.ok(await applicant.$('call-join-now').isDisabled())
  await say(applicant, '视频打不开，先打字')
  await applicant.tap('call-listen')
  await applicant.tap('call-join-now')
  await applicant.page.locator('[data-testid=call-tile][data-own=true][data-sees=false][data-hears=false]').waitFor()
  await mediator.call('PostMessage', { roomId: room, clientMessageId: '019d0000-0000-7000-8000-000000000001', text: '好的，文字也可以', replyTo: null })
  await heard(applicant, '好的，文字也可以')
})
