// The pages on one's home screen: they open without a network and show what was written and not sent; a new version waits to be asked for.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { roomOnAPage } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

const kept = (who) => who.page.evaluate(async () => {
  await navigator.serviceWorker.ready
  const names = await caches.keys()
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()
})

scene('without a network the pages open, show what is unsent, and go on when it is back', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage, { keepsShell: true })
  await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: '对方说的话', replyTo: null })
  await heard(applicant, '对方说的话')
  const before = await kept(applicant)
  assert.ok(before.includes('/') && before.some((path) => /room-page/.test(path)), 'the shell is kept')

  applicant.line.cut()
  await applicant.page.locator('[data-testid=connection][data-state=offline]').waitFor()
  await applicant.fill('draft', '断网时写好的话')
  await applicant.tap('send')
  await applicant.$('pending').waitFor()
  await applicant.fill('draft', '还没写完的')
  await applicant.page.waitForTimeout(600)
  await applicant.open(`/rooms/${room}`)
  await applicant.$('offline-page').waitFor()
  await until('what is unsent is shown', async () => (await applicant.$('unsent').count()) === 2)
  assert.match(await applicant.$('offline-page').innerText(), /断网时写好的话[\s\S]*还没写完的/)
  assert.ok(!(await applicant.$('offline-page').innerText()).includes('对方说的话'), 'what others said is not on this device')
  await applicant.open('/')
  await applicant.$('way-apply').waitFor()
  await applicant.open(`/rooms/${room}`)
  await applicant.$('offline-page').waitFor()

  applicant.line.mend()
  await heard(applicant, '断网时写好的话')
  await until('the draft is where it was', async () => (await applicant.$('draft').inputValue()) === '还没写完的')
  for (const path of await kept(applicant)) assert.ok(!/^\/(api|hubs|health)/.test(path), `${path} is kept on the device`)
})

scene('a part that is fetched late and is not there takes nothing else away', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: '还在这里', replyTo: null })
  await heard(applicant, '还在这里')
  applicant.line.cut()
  await applicant.page.locator('[data-testid=connection][data-state=offline]').waitFor()
  await applicant.fill('draft', '没有写完')
  await applicant.tap('elder') // with it comes what reads aloud
  await until('the part was asked for', () => applicant.heard.some((line) => line.includes('a part of the page is not there yet')))
  assert.equal(await applicant.$('draft').inputValue(), '没有写完')
  await heard(applicant, '还在这里')
  applicant.line.mend()
  await applicant.$('read-new').or(applicant.$('no-voice')).first().waitFor()
  assert.equal(await applicant.$('draft').inputValue(), '没有写完')
})

scene('a new version waits, and what is being written comes over into it', async (stage) => {
  const { applicant } = await roomOnAPage(stage, { keepsShell: true })
  await kept(applicant)
  await applicant.page.reload()
  await applicant.$('draft').waitFor()
  await say(applicant, '第一句')
  assert.equal(await applicant.$('new-version').count(), 0)
  await applicant.fill('draft', '写到一半')
  applicant.line.changes('/sw.js', (text) => text.replace(/const version = '\w+'/, "const version = 'newer'"))
  await applicant.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update())
  await applicant.$('new-version').waitFor()
  await say(applicant, '旧版本还能用').catch(() => assert.fail('the old version goes on'))
  await applicant.fill('draft', '写到一半，还在写')
  await applicant.tap('new-version-load')
  await applicant.$('new-version').waitFor({ state: 'detached' })
  await until('the draft is there in the new version', async () => (await applicant.$('draft').inputValue()) === '写到一半，还在写')
  assert.ok((await applicant.page.evaluate(() => caches.keys())).includes('shell-newer'))
})

scene('an earlier visitor’s words are not shown to the next one', async (stage) => {
  const { applicant } = await roomOnAPage(stage, { keepsShell: true })
  await kept(applicant)
  await applicant.fill('draft', '不给别人看的话')
  await applicant.page.waitForTimeout(600)
  await applicant.open('/my')
  await applicant.$('my-page').waitFor()
  await applicant.tap('sign-out')
  await applicant.$('way-apply').waitFor()
  applicant.line.cut()
  await applicant.open('/my')
  await applicant.$('offline-page').waitFor()
  assert.equal(await applicant.$('unsent').count(), 0)
  applicant.line.mend()
})
