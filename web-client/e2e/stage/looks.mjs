// The looks of a page, put on as somebody does it, and the devices on which the walk is gone.

export const looks = [{ theme: 'light', size: 'normal' }, { theme: 'dark', size: 'normal' }, { theme: 'light', size: 'elder' }]

/** Puts on a look as another page of the same device does. */
export const wear = ({ page }, look) => page.evaluate((chosen) => {
  const [key, value] = ['odr.preferences', JSON.stringify(chosen)]
  localStorage.setItem(key, value)
  globalThis.dispatchEvent(new globalThis.StorageEvent('storage', { key, newValue: value }))
}, look)

/** Of the people on the further walk, a browser each: the applicant, the operator, the mediator, the legal guide, a mediator without cases, somebody who has not entered, and anybody `as` is asked for. */
export async function devices(stage, { applicant, operator, mediator, judge, idler }, who) {
  const as = (caller) => stage.deviceOf(caller, who)
  return { applicant: await as(applicant), keeper: await as(operator), desk: await as(mediator), guide: await as(judge), idle: await as(idler), stranger: await stage.person({ name: 'stranger', ...who }), as }
}
