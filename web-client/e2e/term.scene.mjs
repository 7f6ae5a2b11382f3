// More time: the mediator asks, each party answers on his own page, and the clock stops for an appraisal.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

scene('a month is not enough: all agree on more time, and an appraisal stops the clock', async (stage) => {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })

  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.openCase(mediation.caseId)
  const { me } = desk
  await me.tap('extend-term')
  await me.fill('extend-day', inDays(60))
  await me.tap('extend-yes')
  await me.$('extension').waitFor()
  assert.match(await me.$('extension-waiting').innerText(), /李海生.*周永顺/)

  await applicant.open(`/cases/${mediation.caseId}`)
  await applicant.$('extension').getByText('各方都同意才延长').waitFor()
  await applicant.tap('extension-agree')
  await applicant.$('extension-mine').waitFor()
  await respondent.ask('POST', `/cases/${mediation.caseId}/term/extension/answer`, { agrees: true })
  await applicant.page.getByText('经各方同意延长').waitFor() // told, not asked for
  await me.page.getByText('经各方同意延长').waitFor()

  await me.tap('suspend-term')
  await me.fill('suspend-reason', '工资表笔迹鉴定，市司法鉴定所')
  await me.tap('suspend-yes')
  await applicant.$('suspended').getByText('工资表笔迹鉴定').waitFor()
  await applicant.page.getByText('已暂停计算').waitFor()
  await me.tap('resume-term')
  await applicant.$('suspended').waitFor({ state: 'detached' })
})
