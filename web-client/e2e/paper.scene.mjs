// A clause on personal status: blocked with its article, split off in one tap, printed, signed by hand, its scan in the file.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { Desk } from './stage/desk.mjs'
import { inDays, Mediation } from './stage/mediation.mjs'
import { scene } from './stage/scene.mjs'

const custody = '双方协议离婚后，婚生女由女方抚养。'

scene('what cannot be signed electronically goes on paper, the rest is frozen', async (stage) => {
  const applicant = await stage.person({ name: '陈静', device: 'phone' })
  const respondent = await stage.caller({ name: '孙伟' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  const [father, mother] = [await mediation.partyId(respondent), await mediation.partyId(applicant)]
  await mediator.ask('PUT', `/cases/${mediation.caseId}/agreement`, {
    expectedVersion: 0, facts: '双方就子女抚养费达成一致。', clauses: [{ text: custody }],
    obligations: [{ obligorPartyId: father, obligeePartyId: mother, amountFen: 200_000, what: '12月抚养费', manner: '银行转账至陈静本人账户', dueOn: inDays(7) }],
  })

  const desk = new Desk(await stage.person({ name: '赵清', device: 'desktop' }))
  await desk.signIn('zhao.mediator')
  const { me } = desk
  await me.open(`/console?side=agreement:${mediation.caseId}`)
  const blocked = me.page.locator('[data-testid=finding][data-code=personal-status]')
  assert.match(await blocked.innerText(), /电子签名法/)
  assert.equal(await me.$('freeze').isDisabled(), true)
  await me.tap('split-yes')
  await me.$('paper-part').getByText(custody).waitFor()
  await blocked.waitFor({ state: 'detached' })
  await me.tap('paper-fix')
  await me.$('paper-signing').waitFor()
  assert.equal(await me.$('freeze').isEnabled(), true)

  await applicant.open(`/sign/${mediation.caseId}`)
  await applicant.$('paper-part').getByText(custody).waitFor()
  const print = await applicant.page.request.get(await applicant.$('paper-print').getAttribute('href'))
  assert.equal(print.headers()['content-type'], 'application/pdf')

  await me.$('paper-scan').setInputFiles({ name: '签署件.pdf', mimeType: 'application/pdf', buffer: await print.body() })
  await me.fill('paper-place', '海州区非诉服务站')
  await me.tap('paper-record')
  await me.$('paper-signed').getByText('海州区非诉服务站').waitFor()
  await applicant.$('paper-signed').getByText('海州区非诉服务站').waitFor() // told, not asked for
})
