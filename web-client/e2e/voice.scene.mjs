// A voice goes the way of every exhibit: recorded by one tap, listened to, sent, played in the list by those who may see it. And words are read aloud to whoever wants it.
import assert from 'node:assert/strict'
import { roomOnAPage } from './stage/cases.mjs'
import { heard } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

scene('a device without a microphone says so and what to do', async (stage) => {
  const { applicant } = await roomOnAPage(stage)
  await applicant.page.evaluate(() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')) })
  await applicant.tap('voice')
  await applicant.tap('voice-start')
  assert.match(await applicant.$('voice-recorder').getByRole('alert').innerText(), /允许/)
})

/** What a device with a Chinese voice would say; the browser of the tests has none. */
function standInVoice() {
  globalThis.spoken = []
  globalThis.SpeechSynthesisUtterance = function (text) { this.text = text }
  Object.defineProperty(globalThis, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'zh-CN', default: true }], cancel: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined, speak: (one) => { globalThis.spoken.push(one.text); setTimeout(() => one.onend?.(), 50) } } })
}

scene('长辈版 reads to one what comes in; without a voice it says so', async (stage) => {
  const { applicant, respondent, mediation, room } = await roomOnAPage(stage, { preferences: { size: 'elder' } })
  await applicant.$('no-voice').waitFor()
  await applicant.context.addInitScript(standInVoice)
  await applicant.page.reload()
  await applicant.tap('read-new')
  await mediation.say(respondent, room, '工资我愿意付')
  await heard(applicant, '工资我愿意付')
  await until('it was read', () => applicant.page.evaluate(() => globalThis.spoken.some((one) => one.includes('工资我愿意付'))))
  await applicant.$('entry').filter({ hasText: '工资我愿意付' }).getByTestId('read-aloud').click()
  await until('it was read again', async () => (await applicant.page.evaluate(() => globalThis.spoken.length)) >= 2)
})
