// axe-core in a page; serious and critical findings are faults.
import axe from 'axe-core'

// What a change of colours or sizes can break; all other rules look at what the page is, which a look leaves alone.
const ofLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

/**
 * One line for each serious or critical finding; empty when the page is fine.
 * `onlyLook`: the page has passed in another look.
 */
export async function axeFaults(page, { onlyLook = false } = {}) {
  // The page allows no foreign script; the devtools protocol is not bound by that.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(`${axe.source}; 0`)
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }), onlyLook ? ofLooks : null)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary.split('\n').slice(1).join(' ').slice(0, 200)}`))
}
