// A person who has a keyboard and nothing else. Wherever the keyboard comes to, it must be seen to be there.
import assert from 'node:assert/strict'
import { until } from './until.mjs'

const patience = 120

/** In the page: what the keyboard is on, and whether one sees that. */
function here() {
  const at = document.activeElement
  if (at === null || at === document.body) return null
  const marked = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
  }
  const { width, height, top, bottom } = at.getBoundingClientRect()
  const labelled = at.closest('.choice, label')
  return {
    id: at.dataset.testid ?? null, data: { ...at.dataset }, name: `${at.tagName.toLowerCase()} ${at.dataset.testid ?? ''} «${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 30)}»`,
    seen: (marked(at) || (labelled !== null && marked(labelled))) && (width > 0 || labelled !== null) && height >= 0 && (labelled !== null || (bottom > 0 && top < globalThis.innerHeight)),
    enabled: !at.disabled && at.ariaDisabled !== 'true',
  }
}

export class Keys {
  /** Places where the keyboard was and nobody could have told. */
  unseen = new Set()

  constructor(person) {
    Object.assign(this, { person, page: person.page })
  }

  async #stop() {
    const at = await this.page.evaluate(here)
    if (at !== null && !at.seen) this.unseen.add(at.name)
    return at
  }

  /** By Tab to where this holds (`Shift+Tab` when `back`), waiting for it to be there first. */
  async to(id, { back = false, where = () => true } = {}) {
    await this.person.$(id).first().waitFor()
    const passed = []
    for (let steps = 0; steps < patience; steps++) {
      const at = await this.#stop()
      if (at?.id === id && at.enabled && where(at.data)) return
      passed.push(at?.name)
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    }
    assert.fail(`the keyboard does not come to ${id}; it passed ${passed.slice(0, 40).join(', ')}`)
  }

  /** There, and pressed. */
  async press(id, { key = 'Enter', ...how } = {}) {
    await until(`${id} can be used`, () => this.person.$(id).first().isEnabled())
    await this.to(id, how)
    await this.page.keyboard.press(key)
  }

  async tick(id) {
    await this.press(id, { key: 'Space' })
  }

  async write(id, text, how) {
    await this.to(id, how)
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(text)
  }

  /** A date in a field of its parts, in whichever order the browser has them. */
  async date(id, date) {
    const [year, month, day] = date.split('-')
    for (const parts of [[month, day, year], [year, month, day]]) {
      await this.to(id)
      for (const part of parts) await this.page.keyboard.type(part)
      if ((await this.person.$(id).inputValue()) === date) return
      await this.page.keyboard.press('Shift+Tab')
    }
    assert.fail(`${date} cannot be typed into ${id}`)
  }

  type(text) {
    return this.page.keyboard.type(text)
  }

  key(name) {
    return this.page.keyboard.press(name)
  }

  mustBeSeen() {
    assert.deepEqual([...this.unseen], [], `wherever the keyboard of ${this.person.name} is, one sees it`)
  }
}
