// An enterprise of the free trade zone asks its butler on its own channel and is answered; what it confirms of that, and no
// more, goes into a dispute that it opens from there; of the dispute the butler learns nothing and cannot mediate it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { axeFaults } from './stage/axe.mjs'
import { Desk } from './stage/desk.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'

// ASCII, so that no escaping on the wire hides it from the search.
const facts = 'K9-facts-of-the-case'

async function toChannel(me) {
  await me.open('/my')
  await me.tap('enterprises-link')
  await me.$('enterprise-page').waitFor()
  await me.$('room-link').click()
  await me.$('message-list').waitFor()
}

scene('an enterprise asks its butler, is answered, and opens a dispute with what it confirms', async (stage) => {
  const enterprise = await stage.person({ name: '陈海鲲', contact: '13900000101' })
  await enterprise.enterQuietly()
  const butler = await stage.person({ name: '孙管家', device: 'desktop', contact: '13900000021' })
  const mark = randomUUID().slice(0, 8) // the channel stands; what was said in it before is still there

  // The thread: question, record, answer.
  await toChannel(enterprise)
  assert.deepEqual(await axeFaults(enterprise.page), [])
  const question = `${mark} 向远帆木业订的托盘有一批受潮变形，对方不肯退款，怎么办？`
  await say(enterprise, question)
  await enterprise.$('file-input').first().setInputFiles({ name: `验收记录-${mark}.txt`, mimeType: 'text/plain', buffer: Buffer.from('托盘 1200 只，其中 430 只含水率超标。\n') })
  await enterprise.$('exhibit').filter({ hasText: mark }).waitFor()
  const desk = new Desk(butler)
  await desk.signIn('sun.butler')
  const row = butler.page.locator('[data-testid=queue-room][data-kind=Butler]')
  await row.getByTestId('room-unread').waitFor()
  await row.click()
  const pane = butler.page.locator('[data-testid=pane][data-kind=Butler]')
  await pane.getByTestId('entry').filter({ hasText: question }).waitFor()
  await pane.getByTestId('exhibit').filter({ hasText: mark }).waitFor()
  await desk.say('Butler', `${mark} 可以先申请调解；发起时由您选择带哪些材料。`)
  await heard(enterprise, `${mark} 可以先申请调解`)

  // The dispute: only what is taken and ticked goes along.
  await enterprise.tap('to-enterprise')
  await enterprise.tap('open-dispute')
  await enterprise.$('kind-Commercial').check()
  await enterprise.fill('title', '托盘受潮的退款纠纷')
  await enterprise.$('passages').locator('summary').click()
  await enterprise.page.locator('.passage').filter({ hasText: question }).getByTestId('take').click()
  assert.equal(await enterprise.$('facts').inputValue(), question)
  await enterprise.fill('facts', `${question}\n${facts}`)
  assert.deepEqual(await axeFaults(enterprise.page), [])
  await enterprise.tap('next')
  await enterprise.$('channel-exhibits').getByText(mark).click()
  await enterprise.tap('next')
  await enterprise.fill('respondents[0]-name', '连云港远帆木业有限公司')
  await enterprise.fill('respondents[0]-contact', `136${String(Date.now()).slice(-8)}`)
  await enterprise.tap('next')
  await enterprise.fill('claim-0-text', '退还不合格托盘的货款')
  await enterprise.fill('claim-0-amount', '120000')
  await enterprise.tap('next')
  const review = await enterprise.$('review').innerText()
  assert.ok(review.includes(facts) && review.includes(mark) && review.includes('连云港海鲲供应链有限公司'))
  await enterprise.tap('file')
  await enterprise.$('filed').waitFor()
  const number = await enterprise.$('case-number').innerText()
  await enterprise.tap('to-case')
  await enterprise.$('case-page').waitFor()
  await enterprise.$('exhibit').filter({ hasText: mark }).waitFor()
  assert.ok(!(await enterprise.$('case-page').innerText()).includes('可以先申请调解'), 'what was not taken stays in the channel')

  // The butler: told nothing of it, and never its mediator.
  const caseId = new URL(enterprise.page.url()).pathname.split('/')[2]
  const { mediatorId, enterpriseIds } = await butler.ask('GET', '/accounts/me')
  await assert.rejects(() => enterprise.ask('POST', `/cases/${caseId}/mediator`, { mediatorId }), /: (409|422) /)
  await assert.rejects(() => butler.ask('GET', `/cases/${caseId}`), /: 404 /)
  await butler.open(`/enterprises/${enterpriseIds[0] ?? (await enterprise.ask('GET', '/accounts/me')).enterpriseIds[0]}`)
  await butler.$('enterprise-page').waitFor()
  assert.ok(!(await butler.$('enterprise-page').innerText()).includes(number))
  assert.equal(butler.line.received(facts), false)
}, { seconds: 300 })
