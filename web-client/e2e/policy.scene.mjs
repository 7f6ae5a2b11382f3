// What a page may do is the same for a page of this moment and for one that a device has kept: nothing inline, no number that grows old.
import assert from 'node:assert/strict'
import { staff } from './stage/cases.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

/** Runs in the page first. */
function watch() {
  globalThis.refused = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => globalThis.refused.push(`${violatedDirective} ${sample}`))
}

const policyOf = async (http, path) => (await http.get(path)).headers()['content-security-policy']

/** A cell of antd's own table as its rules draw it, and how many rules of it stand in elements that hold no text. */
const styled = (page) => page.evaluate(() => {
  const writtenByScript = [...document.querySelectorAll('style')]
  const cell = document.querySelector('.ant-table-cell')
  return {
    inWords: writtenByScript.filter((style) => style.textContent !== '').length,
    rules: writtenByScript.reduce((sum, style) => sum + style.sheet.cssRules.length, 0),
    padding: cell ? parseFloat(getComputedStyle(cell).paddingInlineStart) : 0,
    refused: globalThis.refused,
  }
})

scene('the staff’s pages have their styles under a policy without numbers, from the service and from the device', async (stage) => {
  const operator = await staff(stage, 'city.operator')
  const keeper = await stage.deviceOf(operator, { device: 'desktop', keepsShell: true })
  await keeper.page.addInitScript(watch)

  const policies = await Promise.all(['/', '/board', '/index.html', '/api/accounts/me'].map((path) => policyOf(operator.http, path)))
  assert.equal(new Set(policies).size, 1, 'one policy')
  assert.doesNotMatch(policies[0], /nonce|unsafe|\*|http:/)
  assert.match(policies[0], /require-trusted-types-for 'script'/)
  assert.doesNotMatch(await (await operator.http.get('/')).text(), /nonce|<style|style=/)

  for (const from of ['service', 'device']) {
    await keeper.open('/board')
    await keeper.page.locator('.ant-table-cell').first().waitFor()
    const { inWords, rules, padding, refused } = await styled(keeper.page)
    assert.deepEqual({ from, inWords, refused }, { from, inWords: 0, refused: [] })
    assert.ok(rules > 20 && padding >= 8, `${from}: ${rules} rules, ${padding} px`)
    await keeper.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await until('the shell is kept', () => keeper.page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).match('/')))).some(Boolean)))
  }
  assert.ok(await keeper.page.evaluate(() => navigator.serviceWorker.controller !== null), 'the second came from the device')
})

scene('a style that stands in the page is refused, on a kept page as well', async (stage) => {
  const visitor = await stage.person({ name: 'visitor', keepsShell: true })
  await visitor.page.addInitScript(watch)
  for (const times of [1, 2]) {
    await visitor.open('/enter')
    await visitor.$('enter-page').waitFor()
    await visitor.page.evaluate(() => {
      for (const nonce of ['', '__CSP_NONCE__']) document.head.append(Object.assign(document.createElement('style'), { nonce, textContent: 'body { outline: 7px solid red }' }))
    })
    await visitor.page.waitForFunction('refused.length === 2')
    assert.notEqual(await visitor.page.evaluate(() => getComputedStyle(document.body).outlineWidth), '7px', `visit ${times}`)
    await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  }
  visitor.complaints.length = 0 // the browser's own word about it
})
