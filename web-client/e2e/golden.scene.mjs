// A deckhand without wages and two boat owners in two places, on two phones and a desktop, and the mediator at his desk;
// nobody meets anybody. From the form to the verified document; and what was not for somebody never came to his browser.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { Desk } from './stage/desk.mjs'
import { inDays } from './stage/mediation.mjs'
import { acceptProposal, answerInvitation, apply, chooseMediator, goToCaucus, goToJointRoom, goToRoom, goToRoomAgain, heard, say, signAgreement } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'

// ASCII, so that no escaping on the wire hides it from the search.
const secrets = ['K7-3400-deckhand', 'K7-1600-first', 'K7-1800-second']

scene('a deckhand and two boat owners settle from three places', async (stage) => {
  const deckhand = await stage.person({ name: '李海生', device: 'phone' })
  const first = await stage.person({ name: '周永顺', device: 'phone' })
  const second = await stage.person({ name: '吴建国', device: 'desktop' })
  const parties = [deckhand, first, second]
  const mediator = await stage.person({ name: '王和', device: 'desktop', contact: '13900000011' })
  const desk = new Desk(mediator)
  await desk.signIn('wang.mediator')

  const number = await apply(deckhand, [first, second])
  for (const owner of [first, second]) await answerInvitation(owner, { from: '李海生', number })
  for (const party of parties) await chooseMediator(party, '王和')
  const caseId = new URL(deckhand.page.url()).pathname.split('/')[2]
  await desk.accept(caseId)

  // The lobby: nothing of the room before the mediator lets one in.
  const greeting = 'K7-greeting 各位好，我是总工会非诉分中心的调解员王和。'
  await desk.say('Joint', greeting)
  for (const party of parties) {
    await goToRoom(party)
    assert.equal(party.line.received('K7-greeting'), false, `${party.name} waits and has received nothing of the room`)
    await desk.admit(party.name)
  }
  await desk.openSitting()
  for (const party of parties) await heard(party, greeting)

  await say(deckhand, '三月和四月一共干了四十多天，工资一直没有结。')
  await say(first, '三月行情不好，我认这笔账。')
  await say(second, '四月的工资我愿意付，数目要对一对。')
  for (const party of parties) await heard(party, '数目要对一对')

  for (const [at, party] of parties.entries()) {
    await desk.caucus(party.name)
    await goToCaucus(party)
    assert.match(await party.$('seen-by').innerText(), /对方看不到/)
    await say(party, `${secrets[at]} 这句话只对您说。`)
    await desk.heard('Caucus', secrets[at])
    await desk.say('Caucus', `${secrets[at]} 我记下了，不会告诉对方。`)
    await heard(party, '不会告诉对方')
    await goToJointRoom(party)
    await desk.closeCaucusPane()
  }
  await desk.say('Joint', '两边的想法我都清楚了，下面是调解方案。')

  for (const [owner, yuan, sum, month] of [[first, '1600', '1,600.00', '三月份工资'], [second, '1800', '1,800.00', '四月份工资']]) {
    await desk.propose(owner.name, deckhand.name, yuan, month, inDays(7))
    for (const bound of [owner, deckhand]) await acceptProposal(bound, sum)
    for (const party of parties) await party.page.locator('[data-testid=proposal][data-state=Agreed]').filter({ hasText: sum }).waitFor()
  }

  await desk.draftAndFreeze('李海生三月在周永顺船上、四月在吴建国船上做船员，工资未结清。各方对出海天数已核对一致。', '各方按本协议履行后，就上述期间的工资不再有其他争议。')
  for (const party of parties) {
    await party.$('agreement-frozen').getByTestId('to-sign').click()
    const text = await party.$('agreement-text').innerText()
    for (const said of ['壹仟陆佰元整', '壹仟捌佰元整', '李海生', '周永顺', '吴建国']) assert.ok(text.includes(said), `the text to sign says ${said}`)
    await signAgreement(party)
  }
  await desk.sign()

  const [download] = await Promise.all([deckhand.page.waitForEvent('download'), deckhand.tap('outcome-download')])
  const pdf = await readFile(await download.path())
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  const code = await deckhand.$('verification-code').innerText()

  // Anybody may check it: without signing in, by the file and by the code; and a changed file is found out.
  const anybody = await stage.person({ name: '路人' })
  await anybody.open('/verify')
  await anybody.$('verify-file').setInputFiles({ name: '调解协议书.pdf', mimeType: 'application/pdf', buffer: pdf })
  await anybody.page.locator('[data-testid=verdict][data-verdict=Genuine]').waitFor()
  const altered = Buffer.from(pdf)
  altered[altered.length >> 1] ^= 1
  await anybody.$('verify-file').setInputFiles({ name: '调解协议书.pdf', mimeType: 'application/pdf', buffer: altered })
  await anybody.page.locator('[data-testid=verdict][data-verdict=Altered]').waitFor()
  await anybody.fill('verify-code', code)
  await anybody.tap('verify-code-submit')
  assert.ok((await anybody.$('code-result').innerText()).includes(number))

  // And what was said: the whole record, and one entry alone of it.
  await first.open('/my')
  await goToRoomAgain(first)
  for (const choice of ['transcript-whole', 'transcript-chosen']) {
    await first.tap('transcript-open')
    if (choice === 'transcript-chosen') {
      await first.tap('transcript-some')
      await first.$('transcript-entry').first().check()
    }
    const [record] = await Promise.all([first.page.waitForEvent('download'), first.tap(choice)])
    await anybody.open('/verify')
    await anybody.$('verify-file').setInputFiles({ name: '调解笔录.json', mimeType: 'application/json', buffer: await readFile(await record.path()) })
    await anybody.page.locator('[data-testid=verdict][data-verdict=Genuine]').waitFor()
    await first.tap('transcript-close')
  }

  for (const [at, secret] of secrets.entries()) {
    for (const [other, party] of parties.entries()) {
      assert.equal(party.line.received(secret), at === other, `${secret} ${at === other ? 'came to' : 'never came to'} ${party.name}`)
    }
  }
}, { seconds: 600 })
