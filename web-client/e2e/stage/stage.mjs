// People with and without devices, in one browser.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium, request } from 'playwright-core'
import { Caller } from './caller.mjs'
import { Person } from './person.mjs'

export const run = fileURLToPath(new URL('../../../.run/', import.meta.url))
const url = process.env.ODR_E2E_URL
if (!url) throw new Error('ODR_E2E_URL is not set; start this by `npm run e2e`')

export const launchBrowser = (...more) => chromium.launch({
  executablePath: process.env.ODR_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // Calls: pictures and tones that the browser makes itself, between pages of one machine.
    '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--allow-loopback-in-peer-connection', ...more],
})

let browser
/** One for everybody, also when two ask for it at the same moment. */
function openBrowser() {
  return browser ??= launchBrowser()
}

export async function closeBrowser() {
  await (await browser)?.close()
  browser = undefined
}

export class Stage {
  url = url
  #people = []
  #callers = []
  #service = null
  #afterwards = []
  #undo = []

  /** On a service of its own, which ends with it. */
  plays(service) {
    this.#service = service
    this.url = service.url
  }

  /** To be undone while the service still answers. */
  before(undo) {
    this.#undo.push(undo)
  }

  /** To be ended with the scene, after its people and its service. */
  after(end) {
    this.#afterwards.push(end)
  }

  /** Somebody with a phone (360 px) or a desktop (1440 px). */
  async person(who) {
    const person = await Person.with(await openBrowser(), this.url, { contact: newContact(), ...who })
    this.#people.push(person)
    return person
  }

  /** Somebody of whom only the service hears: no browser. */
  async caller(who) {
    const http = await request.newContext({ baseURL: this.url })
    const caller = new Caller({ url: this.url, http, contact: newContact(), ...who })
    this.#callers.push(caller)
    return caller
  }

  /** A browser in which this caller has entered. */
  async deviceOf(caller, who) {
    const person = await this.person({ name: caller.name, contact: caller.contact, ...who })
    await person.context.addCookies((await caller.http.storageState()).cookies)
    return Object.assign(person, { personId: caller.personId })
  }

  mustBeQuiet() {
    for (const { name, complaints } of this.#people) assert.deepEqual(complaints, [], `the page of ${name} complained`)
  }

  async keep(folder) {
    await mkdir(folder, { recursive: true })
    for (const [at, { name, page, heard }] of this.#people.entries()) {
      const file = `${folder}/${at + 1}-${name}`
      await page.screenshot({ path: `${file}.png`, timeout: 10_000 }).catch((error) => heard.push(`no picture: ${error.message}`))
      await writeFile(`${file}.txt`, [page.url(), ...heard, ''].join('\n'))
    }
  }

  async close() {
    for (const undo of this.#undo) await undo()
    for (const person of this.#people) await person.close()
    for (const caller of this.#callers) {
      await caller.hangUp()
      await caller.http.dispose()
    }
    await this.#service?.stop()
    for (const end of this.#afterwards) await end()
  }
}

/** A mobile number that nobody has. */
const newContact = () => `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
