// axe-core in a page; serious and critical findings are faults.
import axe from 'axe-core'

/** One line for each serious or critical finding; empty when the page is fine. */
export async function axeFaults(page) {
  // The page allows no foreign script; the devtools protocol is not bound by that.
  await page.evaluate(`${axe.source}; 0`)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary.split('\n').slice(1).join(' ').slice(0, 200)}`))
}
