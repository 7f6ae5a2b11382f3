// Cases brought as far as a scene needs them, without pages.
import { Mediation } from './mediation.mjs'

// Of the demo's people: the numbers to which their codes go.
const numbers = { 'wang.mediator': '13900000011', 'li.mediator': '13900000012', 'zhao.mediator': '13900000013' }

/** Somebody of the staff, signed in. */
export async function staff(stage, userName, name) {
  const caller = await stage.caller({ name, contact: numbers[userName] })
  await caller.signInQuietly(userName)
  return caller
}

/** A case with one respondent, open in its room; the applicant's page shows it. */
export async function roomOnAPage(stage, { names = ['李海生', '周永顺'], ...who } = {}) {
  const applicant = await stage.person({ name: names[0], ...who })
  const respondent = await stage.caller({ name: names[1] })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const mediation = await Mediation.file({ applicant, respondents: [respondent], mediator })
  await mediation.consent()
  await mediation.accept()
  await applicant.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant)
  await applicant.page.locator('[data-testid=room-state][data-state=Open]').waitFor()
  return { applicant, respondent, mediator, mediation, room: mediation.room }
}
