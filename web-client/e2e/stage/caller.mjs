// A person as the service knows him: cookies, requests, the hub. What a browser adds to that is in person.mjs.
import signalR from '@microsoft/signalr'
import { codeFor, linkFor } from './outbox.mjs'

export class Caller {
  #hub

  /** `http`: Playwright's request context, whose cookies are this person's. */
  constructor({ url, http, name, contact }) {
    Object.assign(this, { url, http, name, contact })
  }

  /** Asks as this person, without a page; throws the refusal. */
  async ask(method, path, data) {
    const response = await this.http.fetch(`/api${path}`, { method, ...(data === undefined ? {} : { data }) })
    const text = await response.text()
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  codeSent(since = 0) {
    return codeFor(this.http, this.contact, since)
  }

  /** The path and fragment of the invitation that was sent. */
  invitation() {
    return linkFor(this.http, this.contact)
  }

  /** Enters by a code to the own contact, or with the invitation's token. */
  async enterQuietly(linkToken = null) {
    const { challengeId } = await this.ask('POST', '/accounts/code', { contact: linkToken ? null : this.contact, linkToken })
    return this.#is(await this.ask('POST', '/accounts/enter', { challengeId, code: await this.codeSent(), displayName: this.name, linkToken }))
  }

  async signInQuietly(userName) {
    return this.#is(await this.ask('POST', '/accounts/staff/sign-in', { userName, password: 'Odr-demo-2026!' }))
  }

  /** Calls a hub method on a line of this person's own. */
  async call(method, request) {
    this.#hub ??= this.#connect()
    return (await this.#hub).invoke(method, request)
  }

  /** Proves himself again, for one purpose. A mediator of the demo may be sent another scene's code at the same moment: then the one before it. */
  async proof(purpose) {
    const asked = Date.now()
    const { challengeId } = await this.ask('POST', '/accounts/reauthenticate/code')
    for (let tries = 1; ; tries++) {
      const proof = { purpose, challengeId, code: await this.codeSent(asked), passkeyCredentialJson: null }
      try {
        return (await this.ask('POST', '/accounts/reauthenticate', proof)).proofId
      } catch (error) {
        if (tries >= 4 || !error.message.includes('accounts.code-wrong')) throw error
      }
    }
  }

  async hangUp() {
    await (await this.#hub)?.stop()
    this.#hub = undefined
  }

  #is(me) {
    this.personId = me.personId
    return me
  }

  async #connect() {
    const { cookies } = await this.http.storageState()
    const hub = new signalR.HubConnectionBuilder()
      .withUrl(`${this.url}/hubs/rooms`, { headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } })
      .configureLogging(signalR.LogLevel.None).build()
    await hub.start()
    return hub
  }
}
