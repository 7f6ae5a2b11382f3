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
/** A heartbeat comes every 10 s; an older one means a line that died without saying so (phones, bfcache). */
export const staleAfter = 25_000

/** Delay before the n-th retry in ms: anywhere between nothing and a bound that doubles from 2 s to 20 s, so that a crowd never comes back at once. */
export const retryDelay = (failures: number, random: () => number = Math.random): number => Math.min(20_000, 2_000 * 2 ** Math.min(failures, 10)) * random()

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
  private probing = false
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
    document.addEventListener('visibilitychange', this.back)
    void this.attempt()
  }

  stop(): void {
    this.generation++
    if (this.watch !== null) clearInterval(this.watch)
    if (this.timer !== null) clearTimeout(this.timer)
    this.watch = this.timer = null
    for (const name of ['pageshow', 'online'] as const) window.removeEventListener(name, this.back)
    document.removeEventListener('visibilitychange', this.back)
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
    if (document.visibilityState === 'visible') void this.check(true)
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
    if (is === 'offline' && ask) return this.attempt()
    if (is !== 'up' || this.probing) return
    if (!ask && Date.now() - this.heardAt <= staleAfter) return
    this.probing = true
    const generation = this.generation
    try {
      await atMost(probeWithin, this.events.probe())
      this.heard()
    } catch {
      if (generation === this.generation) this.renew()
    } finally {
      this.probing = false
    }
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
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const generation = ++this.generation
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
    this.timer = setTimeout(() => void this.attempt(), retryDelay(this.failures++))
  }

  private drop(): void {
    const old = this.line
    this.line = null
    this.generation++
    void old?.stop().catch(() => undefined) // a line that is being thrown away may well be dead
  }
}
