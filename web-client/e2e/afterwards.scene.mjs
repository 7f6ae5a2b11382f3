// After the end: a party takes his file and asks for deletion, the centre seals, the party sees a plain page that says so.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('afterwards: a file is taken, deletion is asked for, the file is sealed', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const owner = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [owner], mediator })
  await mediator.ask('POST', `/cases/${mediation.caseId}/close`, { reason: 'TooFarApart', note: null })

  await applicant.open(`/cases/${mediation.caseId}`)
  await applicant.page.locator('[data-testid=retention-term][data-class=ShortTerm]').waitFor()
  const [download] = await Promise.all([applicant.page.waitForEvent('download'), applicant.tap('download-file')])
  assert.match(download.suggestedFilename(), /卷宗\.zip$/)
  await applicant.tap('deletion-open')
  await applicant.fill('deletion-reason', '事情已经了结，请删除。')
  await applicant.tap('deletion-send')
  await applicant.page.locator('[data-testid=my-request][data-answer=""]').waitFor()

  const keeper = await stage.person({ name: '市中心值班员', device: 'desktop' })
  await keeper.open('/staff')
  await keeper.fill('user-name', 'city.operator')
  await keeper.fill('password', 'Odr-demo-2026!')
  await keeper.tap('staff-submit')
  await keeper.$('board').waitFor()
  await keeper.open('/records')
  await keeper.page.locator(`[data-testid=kept][data-case="${mediation.caseId}"]`).getByText('1 项删除请求').waitFor()
  await keeper.open(`/board?case=${mediation.caseId}`)
  await keeper.tap('grant-open')
  await keeper.fill('grant-reason', '保存期限未满，改为封存。')
  await keeper.tap('grant-send')
  await applicant.$('sealed-case').waitFor()
  assert.match(await applicant.$('sealed-case').innerText(), /保存期限未满，改为封存/)
})
