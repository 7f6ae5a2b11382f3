import type { HubWire } from '@/contracts/realtime'
import { Signal } from './signal'
import { atMost } from './timeout'

/** The part of a SignalR HubConnection that the link drives. */
export interface Line extends HubWire {
  start(): Promise<void>
  stop(): Promise<void>
  onclose(handler: (error?: Error) => void): void
}

export type LinkState =
  | { readonly is: 'idle' }
  | { readonly is: 'connecting'; readonly since: number | null }
  | { readonly is: 'up' }
  | { readonly is: 'offline'; readonly since: number }
  | { readonly is: 'signed-out' }

export interface LinkEvents {
  /** Handlers go on before the line starts, so that no event is missed. */
  prepare(line: Line): void
  /** Called at each (re)connection. */
  up(): void
  /** Asks the service for something small; throws when the line is dead. */
  probe(): Promise<void>
}

const startWithin = 15_000
const probeWithin = 5_000
/** Somebody who has just come back looks at the page: a line that does not answer within this is not waited for. */
const answerWithin = 1_000
/** A heartbeat comes every 10 s; an older one means a line that died without saying so (phones, bfcache). */
export const staleAfter = 25_000

/** Delay before the n-th retry in ms: anywhere between nothing and a bound that doubles from 2 s to 20 s, so that a crowd never comes back at once. */
export const retryDelay = (failures: number, random: () => number = Math.random): number => Math.min(20_000, 2_000 * 2 ** Math.min(failures, 10)) * random()

/** So long (ms) somebody has just come back. */
const justBack = 3_000

/** For him the bound doubles from a quarter of a second: a network is often said to be there a moment before it carries anything. */
const soonDelay = (failures: number): number => 250 * 2 ** failures * Math.random()

/** A line that lasted less than this was no success: the next retry waits as long as it would have. */
const settledAfter = 10_000

/** Keeps one line up for as long as it is wanted: never gives up, comes back at once when the page or the network does. */
export class Link {
  readonly state = new Signal<LinkState>({ is: 'idle' })
  line: Line | null = null
  private generation = 0
  private failures = 0
  private lostAt: number | null = null
  private heardAt = 0
  private upAt = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private watch: ReturnType<typeof setInterval> | null = null
  private probing: 'watch' | 'back' | null = null
  /** When somebody came back to the page, or the page to the network. */
  private backAt = 0
  private triedAt = 0
  private readonly build: () => Promise<Line>
  private readonly events: LinkEvents

  constructor(build: () => Promise<Line>, events: LinkEvents) {
    this.build = build
    this.events = events
  }

  start(): void {
    if (this.watch !== null) return
    this.watch = setInterval(() => void this.check(false), 5_000)
    for (const name of ['pageshow', 'online'] as const) window.addEventListener(name, this.back)
    for (const name of ['visibilitychange', 'resume'] as const) document.addEventListener(name, this.back)
    void this.attempt()
  }

  stop(): void {
    this.generation++
    if (this.watch !== null) clearInterval(this.watch)
    this.watch = null
    this.wait(null)
    for (const name of ['pageshow', 'online'] as const) window.removeEventListener(name, this.back)
    for (const name of ['visibilitychange', 'resume'] as const) document.removeEventListener(name, this.back)
    this.drop()
    this.state.set({ is: 'idle' })
  }

  isUp(): boolean {
    return this.line !== null
  }

  /** Something came in: the line is alive. */
  heard(): void {
    this.heardAt = Date.now()
  }

  readonly back = (): void => {
    if (document.visibilityState !== 'visible') return
    if (Date.now() - this.backAt > answerWithin) this.backAt = Date.now() // one return is told several times over
    this.failures = 0 // how often it was in vain while he was away says nothing of now
    void this.check(true)
  }

  /** The node of this line goes away: within so many ms a new line is made, and only then the old one put down. */
  moveWithin(milliseconds: number): void {
    const generation = this.generation
    setTimeout(() => generation === this.generation && void this.move(), Math.random() * milliseconds)
  }

  /** Replaces the line by a new one at once. */
  renew(): void {
    this.drop()
    this.lostAt ??= Date.now()
    void this.attempt()
  }

  private async check(ask: boolean): Promise<void> {
    const is = this.state.get().is
    if (ask && is === 'offline') return this.attempt()
    if (ask && is === 'connecting' && this.triedAt < this.backAt) { this.doubt(); return }
    if (is !== 'up' || this.probing === 'back' || (this.probing === 'watch' && !ask)) return
    const stale = Date.now() - this.heardAt > staleAfter
    if (!ask && !stale) return
    if (stale && ask) {
      this.renew()
      return
    }
    const generation = this.generation
    const probing = this.probing = ask ? 'back' : 'watch'
    try {
      await atMost(ask ? answerWithin : probeWithin, this.events.probe())
      this.heard()
    } catch {
      if (generation === this.generation) this.renew()
    } finally {
      if (this.probing === probing) this.probing = null
    }
  }

  /** An attempt that began out of reach may wait long for an answer that never comes: it has what is left of its second. */
  private doubt(): void {
    this.wait(Math.max(0, this.triedAt + answerWithin - Date.now()))
  }

  private async move(): Promise<void> {
    const { generation, line: old } = this
    try {
      const line = await this.connect()
      if (generation !== this.generation) return void line.stop()
      this.take(line)
      await old?.stop()
    } catch {
      // The old line serves as long as it can; its end is noticed like any other.
    }
  }

  private async attempt(): Promise<void> {
    this.wait(null)
    const generation = ++this.generation
    this.triedAt = Date.now()
    this.state.set({ is: 'connecting', since: this.lostAt })
    try {
      const line = await this.connect()
      if (generation !== this.generation) return void line.stop()
      this.take(line)
    } catch (error) {
      if (generation === this.generation) this.lost(error)
    }
  }

  /** A line that is open. */
  private async connect(): Promise<Line> {
    const line = await this.build()
    line.onclose(() => this.line === line && this.lost())
    this.events.prepare(line)
    try {
      await atMost(startWithin, line.start())
    } catch (error) {
      void line.stop().catch(() => undefined) // the attempt has failed already; how the half-open line ends is of no interest
      throw error
    }
    return line
  }

  private take(line: Line): void {
    this.wait(null)
    this.line = line
    this.lostAt = null
    this.upAt = Date.now()
    this.heard()
    this.state.set({ is: 'up' })
    this.events.up()
  }

  private lost(error?: unknown): void {
    if (this.line !== null && Date.now() - this.upAt > settledAfter) this.failures = 0
    this.drop()
    this.lostAt ??= Date.now()
    if ((error as { statusCode?: number } | undefined)?.statusCode === 401) { this.state.set({ is: 'signed-out' }); return; }
    this.state.set({ is: 'offline', since: this.lostAt })
    // The end of a line is often told only when its page is looked at again; whoever looks is not made to wait.
    const looked = Date.now() - this.backAt < justBack
    this.wait((looked ? soonDelay : retryDelay)(this.failures))
    this.failures++
  }

  /** So many milliseconds until the next attempt, whatever was waited for before; null: none. */
  private wait(milliseconds: number | null): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = milliseconds === null ? null : setTimeout(() => void this.attempt(), milliseconds)
  }

  private drop(): void {
    const old = this.line
    this.line = null
    this.generation++
    void old?.stop().catch(() => undefined) // a line that is being thrown away may well be dead
  }
}
