// A voice goes the way of every exhibit: recorded by one tap, listened to, sent, played in the list by those who may see it. And words are read aloud to whoever wants it.
import assert from 'node:assert/strict'
import { roomOnAPage } from './stage/cases.mjs'
import { heard } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

scene('a voice note is recorded, listened to, sent, and played where it stands', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  await applicant.tap('voice')
  await applicant.tap('voice-start')
  await applicant.page.locator('[data-testid=voice-recorder][data-state=recording]').waitFor()
  await applicant.page.waitForTimeout(2_200)
  await applicant.tap('voice-stop')
  await applicant.$('voice-listen').waitFor()
  assert.match(await applicant.$('voice-send').innerText(), /0:0[1-4]/, 'its length is shown before it is sent')
  await applicant.tap('voice-send')
  await applicant.$('voice-note').waitFor()
  const { entries } = await respondent.call('ReadEntries', { roomId: room, after: 0, limit: null })
  const { body } = entries.at(-1)
  assert.deepEqual([body.type, body.mediaType], ['exhibit', 'audio/webm'])
  assert.match(body.name, /^语音 0分[1-4]秒\.webm$/)
  const seconds = await applicant.$('voice-note').evaluate((audio) => new Promise((resolve, reject) => {
    audio.onplaying = () => setTimeout(() => resolve(audio.currentTime), 600)
    audio.onerror = () => reject(new Error(audio.error.message))
    audio.muted = true
    audio.play().catch(reject)
  }))
  assert.ok(seconds > 0.2, `it plays: ${seconds} s`)
  const height = (await applicant.$('voice-note').boundingBox()).height
  assert.equal(height, 54)
})

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
