// The room when things go wrong: nothing that somebody wrote is lost, doubled, or taken for something else.
import assert from 'node:assert/strict'
import { mkdtemp, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roomOnAPage } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

async function fileOf(name, size) {
  const path = join(await mkdtemp(join(tmpdir(), 'odr-e2e-')), name)
  await writeFile(path, '%PDF-1.7')
  await truncate(path, size)
  return path
}

const texts = async (who, roomId) => {
  const { entries } = await who.call('ReadEntries', { roomId, after: 0, limit: null })
  return entries.filter(({ kind }) => kind === 'Message').map(({ body }) => body.text)
}

scene('a reload in the middle of typing keeps the draft', async (stage) => {
  const { applicant } = await roomOnAPage(stage)
  await applicant.$('draft').pressSequentially('三月一共出海二十天，工资')
  await applicant.page.reload()
  await until('the draft is back', async () => (await applicant.$('draft').inputValue()) === '三月一共出海二十天，工资')
  assert.equal(await applicant.$('entry').count(), 0)
})

scene('what is sent without a network waits, and is sent once when it is back', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  applicant.line.cut()
  await applicant.page.locator('[data-testid=connection][data-state=offline]').waitFor()
  await applicant.fill('draft', '断网时写的话')
  await applicant.tap('send')
  await applicant.$('pending').filter({ hasText: '断网时写的话' }).waitFor()
  assert.deepEqual(await texts(respondent, room), [])
  applicant.line.mend()
  await heard(applicant, '断网时写的话')
  await applicant.$('pending').waitFor({ state: 'detached' })
  assert.deepEqual(await texts(respondent, room), ['断网时写的话'])
  assert.equal(await applicant.$('entry').filter({ hasText: '断网时写的话' }).count(), 1)
})

scene('a receipt that got lost does not double the line', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  applicant.line.deafen()
  await applicant.fill('draft', '回执丢失的话')
  await applicant.tap('send')
  await until('the service has it', async () => (await texts(respondent, room)).length === 1)
  assert.equal(await applicant.$('pending').count(), 1, 'the page cannot know yet')
  applicant.line.mend()
  await applicant.$('pending').waitFor({ state: 'detached' })
  await say(applicant, '下一句')
  assert.deepEqual(await texts(respondent, room), ['回执丢失的话', '下一句'])
  assert.equal(await applicant.$('entry').filter({ hasText: '回执丢失的话' }).count(), 1)
})

scene('a refused line comes back into the draft, with the reason in a sentence', async (stage) => {
  const { applicant, mediator, room } = await roomOnAPage(stage)
  applicant.line.cut()
  await applicant.page.locator('[data-testid=connection][data-state=offline]').waitFor()
  await applicant.fill('draft', '来不及说的话')
  await applicant.tap('send')
  await applicant.$('pending').waitFor()
  await mediator.call('AdjournSession', { roomId: room, reason: '今天先到这里', resumesAt: null })
  applicant.line.mend()
  await applicant.$('returned').waitFor()
  assert.match(await applicant.$('returned').innerText(), /[\u4e00-\u9fff]{4}/)
  assert.equal(await applicant.$('draft').inputValue(), '来不及说的话')
  await applicant.$('waiting-card').waitFor()
})

scene('Enter that chooses a word of an input method does not send', async (stage) => {
  const { applicant, room } = await roomOnAPage(stage, { device: 'desktop' })
  const keys = await applicant.context.newCDPSession(applicant.page)
  await applicant.$('draft').focus()
  await keys.send('Input.imeSetComposition', { text: 'gongzi', selectionStart: 6, selectionEnd: 6 })
  // What an input method makes of the key with which a word is chosen.
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
  await keys.send('Input.insertText', { text: '工资' })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 })
  assert.equal(await applicant.$('draft').inputValue(), '工资')
  assert.deepEqual(await texts(applicant, room), [])
  await applicant.page.keyboard.press('Enter')
  await heard(applicant, '工资')
})

scene('what looks like markup is shown as it was typed', async (stage) => {
  const evil = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>{{title}}'
  const { applicant, respondent, mediation, room } = await roomOnAPage(stage, { names: ['<b onclick="window.struck=1">李</b>', '<svg/onload="window.struck=1">周'] })
  await say(applicant, evil)
  await mediation.say(respondent, room, `回复 ${evil}`)
  await heard(applicant, `回复 ${evil}`)
  await mediation.propose(respondent, 160_000, evil)
  await applicant.$('proposal').filter({ hasText: evil }).waitFor()
  await applicant.$('file-input').setInputFiles({ name: '<img src=x onerror=alert(1)>.txt', mimeType: 'text/plain', buffer: Buffer.from('一') })
  await applicant.$('exhibit').waitFor()
  await applicant.tap('to-case')
  await applicant.$('parties').filter({ hasText: '<svg/onload="window.struck=1">周' }).waitFor()
  await applicant.page.goBack()
  await applicant.$('proposal').waitFor()
  assert.equal(await applicant.page.evaluate('window.struck'), undefined)
  assert.equal(await applicant.page.locator('main img[src="x"], main svg[onload], main b[onclick], main script').count(), 0)
})

scene('a wrong file is refused with what to do, and nothing else is lost', async (stage) => {
  const { applicant } = await roomOnAPage(stage)
  await applicant.fill('draft', '这是当时的照片')
  await applicant.$('file-input').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\x00\x03 this program is no picture') })
  const upload = applicant.$('upload')
  await upload.filter({ hasText: '照片.jpg' }).filter({ hasText: /PDF/ }).waitFor()
  assert.equal(await applicant.$('draft').inputValue(), '这是当时的照片')
  await upload.getByTestId('upload-remove').click()
  await upload.waitFor({ state: 'detached' })
  await applicant.$('file-input').setInputFiles(await fileOf('大文件.pdf', 20 * 1024 * 1024 + 1))
  await upload.filter({ hasText: '20 MB' }).waitFor()
  assert.equal(await applicant.$('exhibit').count(), 0)
})
