// What the mediator does on the console.
import { act } from './acts.mjs'
import { signAgreement } from './party.mjs'

export class Desk {
  /** @param me the mediator's device, a desktop */
  constructor(me) {
    this.me = me
  }

  async signIn(userName) {
    await this.me.open('/staff')
    await this.me.fill('user-name', userName)
    await this.me.fill('password', 'Odr-demo-2026!')
    await this.me.tap('staff-submit')
    await this.me.$('console').waitFor()
  }

  #case(caseId) {
    return this.me.page.locator(`[data-testid=queue-case][data-case="${caseId}"]`)
  }

  #pane(kind) {
    return this.me.page.locator(`[data-testid=pane][data-kind=${kind}]`)
  }

  /** The case's papers beside the rooms. */
  async openCase(caseId) {
    await this.#case(caseId).getByTestId('queue-open-case').click()
    await this.me.$('case-side').waitFor()
  }

  /** Reads the papers, discloses, accepts; then the joint room lies open. */
  async accept(caseId) {
    await this.#case(caseId).getByTestId('queue-open-case').click()
    await this.me.fill('disclosure', '与各方当事人无利害关系')
    await this.me.tap('accept-case')
    await this.#case(caseId).locator('[data-testid=queue-room][data-kind=Joint]').click()
    await this.#pane('Joint').getByTestId('pane-header').waitFor()
  }

  async admit(name) {
    await this.#pane('Joint').locator(`[data-testid=admit][data-person="${name}"]`).click()
  }

  async openSitting() {
    await this.#pane('Joint').getByTestId('open-session').click()
    await this.#pane('Joint').locator('[data-testid=room-state][data-state=Open]').waitFor()
  }

  async say(kind, text) {
    const pane = this.#pane(kind)
    await pane.getByTestId('draft').click()
    await pane.getByTestId('draft').fill(text)
    await pane.getByTestId('send').click()
    // The first words to everybody after a private talk are held for a few seconds, to be taken back.
    const held = pane.getByTestId('send-now')
    const stands = pane.getByTestId('entry').filter({ hasText: text })
    await held.or(stands).first().waitFor()
    if (await held.isVisible()) await held.click()
    await stands.waitFor()
  }

  /** Opens a caucus with this person beside the joint room. */
  async caucus(name) {
    const joint = this.#pane('Joint')
    await joint.getByTestId('caucus-menu').click()
    await this.me.page.locator(`[data-testid=caucus-with][data-person="${name}"]`).click()
    await this.#pane('Caucus').getByTestId('pane-header').waitFor()
  }

  async heard(kind, text) {
    await this.#pane(kind).getByTestId('entry').filter({ hasText: text }).waitFor()
  }

  async closeCaucusPane() {
    await this.#pane('Caucus').getByTestId('pane-close').click()
    await this.#pane('Caucus').waitFor({ state: 'detached' })
  }

  /** Proposes, in the joint room, that one pay the other. */
  async propose(obligor, obligee, yuan, text, dueOn) {
    const { me } = this
    await this.#pane('Joint').getByTestId('draft').click()
    await this.#pane('Joint').getByTestId('propose').click()
    const term = me.$('term-1')
    await term.getByTestId('obligor').selectOption({ label: obligor })
    await term.getByTestId('obligee').selectOption({ label: obligee })
    await term.getByTestId('amount').fill(yuan)
    await term.getByTestId('term-text').fill(text)
    await term.getByTestId('due').fill(dueOn)
    await term.getByTestId('manner').fill('银行转账')
    await me.tap('propose-send')
    await me.$('propose-dialog').filter({ has: me.page.locator('.inside') }).waitFor({ state: 'detached' })
  }

  /** Drafts beside the room from what has been agreed in it, and freezes the text. */
  async draftAndFreeze(facts, clause) {
    const { me } = this
    await act(this.#pane('Joint'), 'side-agreement')
    await me.fill('draft-facts', facts)
    await me.tap('take-agreed')
    await me.$('obligation-row').nth(1).waitFor()
    await me.tap('clause-add')
    await me.$('draft-clause').last().fill(clause)
    await me.tap('draft-save')
    await me.page.locator('[data-testid=save-state][data-phase=saved]').waitFor()
    await me.tap('freeze')
    await me.tap('freeze-yes')
    await me.$('frozen-agreement').waitFor()
  }

  async sign() {
    await this.me.tap('mediator-sign')
    await signAgreement(this.me)
  }
}
