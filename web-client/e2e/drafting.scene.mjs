// An agreement drafted with the people at the table: template, versions, differences, comments; and two pages that want to write at once.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

async function inMediation(stage) {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.caller({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  await mediation.open()
  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  await desk.openCase(mediation.caseId)
  await desk.me.tap('side-tab-agreement')
  await desk.me.$('agreement-editor').waitFor()
  return { applicant, respondent, mediation, desk, me: desk.me }
}

const saved = (me, version) => me.page.locator(`[data-testid=agreement-editor][data-phase=saved][data-version="${version}"]`).waitFor()

scene('a draft from a template is laid on the table, commented on and changed before the eyes of the parties', async (stage) => {
  const { applicant, respondent, mediation, me } = await inMediation(stage)
  await me.tap('templates-open')
  await me.fill('template-amount', '1600')
  await me.fill('template-due', inDays(20))
  await me.$('template-set-labour-wages').getByText('1600.00元').waitFor()
  await me.tap('template-take-all')
  await saved(me, 1)
  await me.page.locator('[data-testid=findings][data-blocking="0"]').waitFor()

  await applicant.open(`/rooms/${mediation.room}`)
  assert.equal(await applicant.$('look-at-draft').count(), 0) // the mediator's alone until he says otherwise
  await me.tap('put-on-table')
  await me.$('on-table').waitFor()
  await applicant.tap('look-at-draft')
  const draft = applicant.$('draft-on-table')
  await draft.getByText('拖欠的工资').waitFor()
  await applicant.tap('looked')
  await me.$('readers').getByText('李海生').waitFor()

  await applicant.$('comment-Obligation-1').click()
  await applicant.fill('comment-text', '能不能月底前付清？')
  await applicant.tap('comment-send')
  const comment = me.$('table-comments').getByTestId('draft-comment').filter({ hasText: '能不能月底前付清？' })
  await comment.waitFor() // told, not asked for
  assert.equal((await respondent.ask('GET', `/cases/${mediation.caseId}/agreement/drafting`)).comments.length, 1)

  await me.fill('draft-amount', '1800')
  await applicant.$('editing').waitFor()
  await me.tap('draft-save')
  await saved(me, 2)
  await draft.getByTestId('news').waitFor()
  const place = draft.locator('[data-testid=place][data-kind=Changed]')
  await place.locator('del').filter({ hasText: '1,600' }).waitFor()
  await place.locator('ins').filter({ hasText: '1,800' }).waitFor()
  await comment.getByTestId('comment-resolve').click()
  await draft.getByTestId('settled-comments').waitFor()

  await me.tap('versions-open')
  await me.$('version-after').selectOption('1')
  await me.tap('restore')
  await saved(me, 3)
  assert.equal(await me.$('draft-amount').inputValue(), '1600')
})

scene('two pages want to write: one is told who writes, and keeps its words until it is its turn', async (stage) => {
  const { mediation, desk, me } = await inMediation(stage)
  const second = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await second.signIn('zhao.mediator')
  await second.openCase(mediation.caseId)
  await second.me.tap('side-tab-agreement')
  await second.me.$('agreement-editor').waitFor()
  await me.fill('draft-facts', '第一页写的。')
  await second.me.$('other-writes').waitFor()
  assert.equal(await second.me.$('draft-facts').isDisabled(), true)
  await saved(me, 1)
  await saved(second.me, 1) // sees each saved change at once
  assert.equal(await second.me.$('draft-facts').inputValue(), '第一页写的。')
  await desk.me.tap('side-close') // the first page stops
  await second.me.$('other-writes').waitFor({ state: 'detached' })
  await second.me.fill('draft-facts', '第二页接着写的。')
  await saved(second.me, 2)
})
