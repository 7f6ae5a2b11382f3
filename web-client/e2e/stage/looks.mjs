// The looks of a page, put on as somebody does it, and the devices on which the walk is gone.

export const looks = [{ theme: 'light', size: 'normal' }, { theme: 'dark', size: 'normal' }, { theme: 'light', size: 'elder' }]

/** Puts on a look as another page of the same device does. */
export const wear = ({ page }, look) => page.evaluate((chosen) => {
  const [key, value] = ['odr.preferences', JSON.stringify(chosen)]
  localStorage.setItem(key, value)
  globalThis.dispatchEvent(new globalThis.StorageEvent('storage', { key, newValue: value }))
}, look)

/** Of everybody on the walk, a browser each: somebody who has not entered, the two parties, the operator, the mediator. */
export async function devices(stage, prepared, who) {
  const of = (caller) => stage.deviceOf(caller, who)
  const { on: { routes, operator }, applicant, mediator } = prepared
  return { visitor: await stage.person({ name: 'visitor', ...who }), applicant: await of(applicant), owner: await of(routes.respondents[0]), keeper: await of(operator), desk: await of(mediator) }
}
