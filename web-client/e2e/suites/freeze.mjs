// A page is frozen, put behind another tab, taken off the network, cut or left in the dark, again and again; each time it is
// there again it has, in less than three seconds, what was said meanwhile, and says truly that it is up to date.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { roomOnAPage } from '../stage/cases.mjs'
import { Chance } from './chance.mjs'
import { quantile } from './watch.mjs'

export const bound = 3_000

/** What happens to the page (`away`) and what its return is (`back`). */
const absences = {
  'frozen': { away: ({ freeze }) => freeze(), back: ({ thaw }) => thaw() },
  'behind another tab': { away: ({ hide }) => hide(), back: ({ show }) => show() },
  'frozen, its line cut': {
    away: async ({ freeze, line }) => { await freeze(); line.cut() },
    back: ({ thaw, line }) => { line.mend(); return thaw() },
  },
  'off the network': {
    away: async ({ offline, line }) => { line.cut(); await offline(true) },
    back: ({ offline, line }) => { line.mend(); return offline(false) },
  },
  'behind another tab and in the dark': {
    away: async ({ hide, line }) => { await hide(); line.vanish() },
    back: ({ show, line }) => { line.appear(); return show() },
  },
  'frozen in the dark': {
    away: async ({ freeze, line }) => { await freeze(); line.vanish() },
    back: ({ thaw, line }) => { line.appear(); return thaw() },
  },
}

export const kinds = Object.keys(absences)

/**
 * Runs in the page first. Playwright keeps every page in front and the browser freezes none that is, so being behind another is told
 * to the page as the browser tells it, and it is the debugger that stops it.
 */
function install() {
  let visibility = 'visible'
  globalThis.odrTicks = 0
  setInterval(() => globalThis.odrTicks++, 10)
  Object.defineProperty(document, 'visibilityState', { get: () => visibility })
  Object.defineProperty(document, 'hidden', { get: () => visibility === 'hidden' })
  globalThis.odrSeen = (is) => {
    visibility = is
    document.dispatchEvent(new globalThis.Event('visibilitychange', { bubbles: true }))
  }
}

/** The levers on a page. */
async function levers({ page, context, line }) {
  await page.addInitScript(install)
  await page.reload()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Debugger.enable')
  const seen = (is) => page.evaluate((state) => globalThis.odrSeen(state), is)
  const freeze = async () => {
    const stopped = new Promise((at) => cdp.once('Debugger.paused', at))
    await cdp.send('Debugger.pause')
    await stopped
  }
  const [hide, show] = [() => seen('hidden'), () => seen('visible')]
  return {
    line, hide, show,
    freeze: async () => { await hide(); await freeze() },
    thaw: async () => { await cdp.send('Debugger.resume'); await show() },
    offline: (is) => cdp.send('Network.emulateNetworkConditions', { offline: is, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }),
    ticks: () => page.evaluate(() => globalThis.odrTicks),
  }
}

/** A frozen page really stands still, else nothing here would mean anything. */
async function standsStill({ freeze, thaw, ticks }) {
  const begun = await ticks()
  await freeze()
  await new Promise((later) => setTimeout(later, 2_000))
  await thaw()
  const lived = 10 * ((await ticks()) - begun)
  assert.ok(lived < 1_500, `while it was frozen for two seconds its clock went on for ${lived} ms`)
}

/** @param longest ms a page is away at most; a few stay away longer than the service waits for it (35 s) when `outlast` */
export async function freeze(stage, figures, { cycles, longest = 1_500, outlast = 0, seed = 1 }) {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  const lever = await levers(applicant)
  await standsStill(lever)
  const chance = new Chance(seed)
  const times = new Map(kinds.map((kind) => [kind, []]))
  for (let at = 0; at < cycles; at++) {
    const kind = kinds[at % kinds.length]
    const text = `C9-${at}-${chance.whole(1_000, 9_999)}`
    await absences[kind].away(lever)
    const long = outlast > 0 && at % Math.ceil(cycles / outlast) === kinds.length
    await new Promise((later) => setTimeout(later, long ? 35_000 : chance.whole(50, longest)))
    await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text, replyTo: null })
    const begun = Date.now()
    await absences[kind].back(lever)
    await applicant.$('entry').filter({ hasText: text }).waitFor({ timeout: 30_000 })
    await applicant.page.locator('[data-testid=connection][data-state=caught-up]').waitFor({ state: 'attached', timeout: 30_000 })
    times.get(kind).push(Date.now() - begun)
    await new Promise((later) => setTimeout(later, chance.whole(0, 400)))
  }
  const all = [...times.values()].flat()
  for (const [kind, some] of times) {
    if (some.length === 0) continue
    figures.add(`back from ${kind} (${some.length} times): in sync, p50`, quantile(some, 0.5), 'ms')
    figures.add(`back from ${kind} (${some.length} times): in sync, p99`, quantile(some, 0.99), 'ms', bound)
  }
  figures.add(`back (${all.length} times): in sync, p99`, quantile(all, 0.99), 'ms', bound)
  figures.add(`back (${all.length} times): in sync, longest`, Math.max(...all), 'ms', bound)
  const late = [...times].flatMap(([kind, some]) => some.filter((ms) => ms >= bound).map((ms) => `${kind}: ${ms} ms`))
  assert.deepEqual(late, [], `of ${all.length} returns each is in sync within ${bound} ms`)
  return all
}
