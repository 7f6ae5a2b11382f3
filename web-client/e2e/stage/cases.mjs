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
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  await applicant.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant)
  await applicant.page.locator('[data-testid=room-state][data-state=Open]').waitFor()
  return { applicant, respondent, mediator, mediation, room: mediation.room }
}

/**
 * A case whose parties are both on phones in the open room, and its mediator at the console with the room before him.
 * @param before what is done to each one's browser before it opens a page
 */
export async function roomOnThreePages(stage, respondents = { name: '周永顺', device: 'phone' }, [userName, name] = ['zhao.mediator', '赵清'], before = () => {}) {
  const applicant = await stage.person({ name: '李海生', device: 'phone' })
  const respondent = await stage.person(respondents)
  const caller = await staff(stage, userName, name)
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator: caller })
  const mediator = await stage.deviceOf(caller, { device: 'desktop' })
  for (const person of [applicant, respondent, mediator]) await before(person)
  for (const person of [applicant, respondent]) await person.open(`/rooms/${mediation.room}`)
  await mediation.open(applicant, respondent)
  const pane = await atConsole(mediator, mediation)
  return { applicant, respondent, caller, mediator, mediation, pane }
}

/** Opens the case's joint room at the mediator's console; gives its pane. */
export async function atConsole(mediator, mediation) {
  await mediator.open('/console')
  await mediator.page.locator(`[data-testid=queue-case][data-case="${mediation.caseId}"] [data-testid=queue-room][data-kind=Joint]`).click()
  const pane = mediator.page.locator('[data-testid=pane][data-kind=Joint]')
  await pane.locator('[data-testid=room-state][data-state=Open]').waitFor()
  return pane
}
