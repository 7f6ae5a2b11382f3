// On pages that speak a language that nobody speaks: every word comes from the texts, and none that is a third longer runs over the edge of a phone.
import assert from 'node:assert/strict'
import { roomOnAPage } from './stage/cases.mjs'
import { overTheEdge } from './stage/measures.mjs'
import { speakPseudo, untranslated } from './stage/pseudo.mjs'
import { scene } from './stage/scene.mjs'

// Names of languages in themselves, kinds of files, months and days as the browser writes them; titles of statutes and names of rooms, which the service gives.
const given = ['English', 'PDF', 'WebP', 'JPEG', 'PNG', 'MB', 'KB', 'kB', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
  'Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Today', 'Yesterday', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'AM', 'PM', 'GMT', 'China',
  'Labour Dispute Mediation and Arbitration Law, art.', 'Provisions on People’s Mediation Work, art.', 'Joint room']

async function look(who, name, faults) {
  faults.push(...[...await untranslated(who.page, given), ...await overTheEdge(who.page)].map((fault) => `${name}: ${fault}`))
}

scene('on a phone every word comes from the texts, and longer ones find their place', async (stage) => {
  const visitor = await stage.person({ name: 'visitor', language: 'en' })
  const patched = await speakPseudo(visitor)
  const faults = []
  for (const [path, there] of [['/', 'way-apply'], ['/apply', 'applicant-name'], ['/enter', 'enter-page'], ['/verify', 'verify-page'], ['/log', 'log-page']]) {
    await visitor.open(path)
    await visitor.$(there).waitFor()
    await visitor.page.waitForLoadState('networkidle')
    await look(visitor, path, faults)
  }
  assert.ok(patched() > 0 && /⟦/.test(await visitor.page.locator('body').innerText()), 'the pages speak it')

  const { applicant, mediation, room } = await roomOnAPage(stage, { language: 'en' })
  await speakPseudo(applicant)
  for (const [path, there] of [['/my', 'this-device'], [`/cases/${mediation.caseId}`, 'case-page'], [`/rooms/${room}`, 'message-list']]) {
    await applicant.open(path)
    await applicant.$(there).waitFor()
    await applicant.page.waitForTimeout(800)
    await look(applicant, path.split('/')[1], faults)
  }
  assert.deepEqual(faults, [])
})

// The twin: what has not come from the texts is found.
scene('a word that has not come from the texts is found', async (stage) => {
  const visitor = await stage.person({ name: 'visitor', language: 'en' })
  await speakPseudo(visitor)
  await visitor.open('/enter')
  await visitor.$('enter-page').waitFor()
  await visitor.page.evaluate(() => {
    const planted = document.createElement('p')
    planted.textContent = 'Forgotten words'
    planted.title = 'forgotten title'
    document.querySelector('main').append(planted)
  })
  assert.deepEqual(await untranslated(visitor.page, given), ['p: Forgotten words', 'title: forgotten title'])
})
