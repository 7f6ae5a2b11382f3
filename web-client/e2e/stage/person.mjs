// One person with a device: a browser context, a line of his own, and what his pages complained about.
import { Caller } from './caller.mjs'
import { Line } from './line.mjs'

// A phone's pixels are finer; they are painted four times over for nobody unless a picture is taken (`scale`).
const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1440, height: 900 } }
// The browser's own note of each refused request or lost line; what the page says about it is what counts.
const ofTheNetwork = /^Failed to load resource|^WebSocket connection to/

export class Person extends Caller {
  heard = []
  complaints = []

  static async with(browser, url, { name, contact, device = 'phone', language = 'zh-CN', preferences = {}, scale = 1, keepsShell = false }) {
    const line = await Line.open()
    const context = await browser.newContext({
      ...(device === 'phone' ? { ...phone, deviceScaleFactor: scale } : desktop), baseURL: url, proxy: line.proxy, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce',
      // Most scenes look at a page once; only those about it need the worker that keeps the pages.
      serviceWorkers: keepsShell ? 'allow' : 'block',
    })
    context.setDefaultTimeout(30_000)
    await context.addInitScript(remember, { language, preferences })
    const person = new Person({ url, http: context.request, name, contact })
    context.on('page', (page) => person.#listen(page))
    return Object.assign(person, { line, context, device, page: await context.newPage() })
  }

  /** An element of the page by its test id. */
  $(id) {
    return this.page.getByTestId(id)
  }

  open(path) {
    return this.page.goto(path)
  }

  fill(id, text) {
    return this.$(id).fill(text)
  }

  tap(id) {
    return this.$(id).click()
  }

  /** Fills in the code that has just been sent, and goes on. */
  async giveCode() {
    await this.$('code').waitFor()
    await this.fill('code', await this.codeSent())
    await this.tap('code-submit')
  }

  async close() {
    await this.hangUp()
    await this.context.close()
    await this.line.close()
  }

  #listen(page) {
    page.on('console', (message) => {
      this.heard.push(`${message.type()}: ${message.text()}`)
      if (message.type() === 'error' && !ofTheNetwork.test(message.text())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => {
      this.heard.push(`thrown: ${error.stack ?? error.message}`)
      this.complaints.push(error.message)
    })
  }
}

/** Runs in the page before anything else: what an earlier visit would have left. */
function remember({ language, preferences }) {
  if (location.origin === 'null') return // about:blank keeps nothing
  if (localStorage.getItem('odr.language') === null) localStorage.setItem('odr.language', language)
  if (localStorage.getItem('odr.preferences') === null) localStorage.setItem('odr.preferences', JSON.stringify(preferences))
}
