// Several mediations of one mediator, all in session.
import { Mediation } from '../stage/mediation.mjs'

const surnames = ['李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨', '朱', '秦', '尤']

/**
 * Files `count` cases of two parties each and opens their joint rooms. `onPages` are the places (from 0; 2 n is the n-th
 * room's applicant) of the parties who have a phone; their page shows the room. `mediator` is a caller.
 */
export async function sessions(stage, mediator, count, onPages = []) {
  const parties = await Promise.all(Array.from({ length: 2 * count }, (_, at) => {
    const who = { name: `${surnames[at % surnames.length]}${at % 2 === 0 ? '海生' : '永顺'}` }
    return onPages.includes(at) ? stage.person(who) : stage.caller(who)
  }))
  const made = []
  for (let at = 0; at < count; at++) made.push(await session(mediator, parties[2 * at], parties[2 * at + 1]))
  return made
}

async function session(mediator, applicant, respondent) {
  const mediation = await Mediation.accepted({ applicant, respondents: [respondent], mediator })
  const onPages = [applicant, respondent].filter((party) => party.page)
  for (const { page } of onPages) await page.goto(`/rooms/${mediation.room}`)
  await mediation.open(...onPages)
  for (const { page } of onPages) await page.locator('[data-testid=room-state][data-state=Open]').waitFor()
  return Object.assign(mediation, { parties: [applicant, respondent] })
}
