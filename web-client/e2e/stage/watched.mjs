// Pages on which nothing that somebody wrote may run, nor even be kept from running.
import assert from 'node:assert/strict'

/** Runs in the page first. What the browser keeps from running was taken for script all the same. */
export function watch() {
  globalThis.refused = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) => globalThis.refused.push(`${violatedDirective} ${blockedURI} ${sample}`))
}

export class Watched {
  pages = 0
  #dialogs = []

  constructor(stage) {
    this.stage = stage
  }

  /** A device of this caller's. */
  async device(caller, who) {
    return this.on(await this.stage.deviceOf(caller, who))
  }

  async on(person) {
    person.page.on('dialog', (dialog) => { this.#dialogs.push(`${person.page.url()}: ${dialog.message()}`); return dialog.dismiss() })
    await person.page.addInitScript(watch)
    return person
  }

  async quiet({ page }) {
    this.pages++
    const { struck, refused } = await page.evaluate('({ struck: globalThis.struck, refused })')
    assert.deepEqual({ struck, refused, dialogs: this.#dialogs, at: page.url() }, { struck: undefined, refused: [], dialogs: [], at: page.url() })
  }

  /** Opens the page and waits for all of these. */
  async look(person, path, ...ids) {
    await person.open(path)
    for (const id of ids) await person.$(id).first().waitFor()
    await this.quiet(person)
  }
}
