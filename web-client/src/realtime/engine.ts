import { createRoomHub, onRoomClient, type ChangeTopic, type EntryView, type MemberView, type RoomHub, type RoomView } from '@/contracts/realtime'
import { refusalFromHub, type Refusal } from '@/lib/refusal'
import { Arrivals } from './arrivals'
import { Calls } from './calls'
import { Drafts } from './drafts'
import { Link, type Line } from './link'
import { Outbox } from './outbox'
import { Reading } from './reading'
import { attended, counted, furtherOf } from './room-list'
import { headMoved, lastOf, newestOf, receive } from './room-log'
import { newRoom, withoutAccess, withReadPosition, withSnapshot, withTyping, type RoomNow } from './room-now'
import { Signal } from './signal'

export interface EngineOptions {
  personId: string
  build: () => Promise<Line>
  listRooms: () => Promise<RoomView[]>
}

type ChangeWatcher = (topic: ChangeTopic, id: string) => void

const typingEvery = 3_000
/** A room in which one follows what is said holds so many entries at most, and is then cut down to so many. */
const mostHeld = 240
const heldOn = 120
const protocolVersion = 1
/** Delay (ms) before a room is entered again when the service has failed in it without a word. */
const again = 1_000

/** One connection for all rooms of one person. Entries come in by one road only: the push and the pull meet in the room's log. */
export class RoomEngine {
  readonly personId: string
  readonly link: Link
  readonly drafts: Drafts
  readonly outbox: Outbox
  readonly rooms = new Signal<Readonly<Record<string, RoomNow>>>({})
  readonly list = new Signal<readonly RoomView[] | null>(null)
  readonly calls = new Calls()
  readonly returned = new Signal<Readonly<Record<string, Refusal>>>({})
  readonly storageFailed = new Signal(false)
  private readonly wanted = new Map<string, number>()
  private readonly refreshes = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly typedAt = new Map<string, number>()
  /** How often the service told of a lobby, by room: an answer that was read before the last word of it is older than that word. */
  private readonly lobbyWords = new Map<string, number>()
  private readonly changeWatchers = new Set<ChangeWatcher>()
  private readonly listRooms: () => Promise<RoomView[]>
  readonly reading = new Reading({
    hub: () => this.hub(),
    isUp: () => this.link.isUp(),
    log: (roomId) => this.rooms.get()[roomId]?.log,
    change: (roomId, change) => this.change(roomId, (room) => ({ ...room, log: change(room.log) })),
    refused: (roomId, retryAfterMs) => this.later(roomId, retryAfterMs),
  })
  private readonly arrivals = new Arrivals(
    (roomId, entries) => this.receive(roomId, entries),
    (all) => this.list.update((now) => now?.map((view) => counted(view, all, this.personId)) ?? null),
  )

  constructor(options: EngineOptions) {
    this.personId = options.personId
    this.listRooms = options.listRooms
    this.link = new Link(options.build, { prepare: this.prepare, up: this.up, probe: this.readHeads })
    const storageFailed = () => this.storageFailed.set(true)
    this.drafts = new Drafts(options.personId, storageFailed)
    this.outbox = new Outbox(options.personId, {
      storageFailed,
      mayPost: (roomId) => this.link.line !== null && this.rooms.get()[roomId]?.entered === true,
      post: (request) => this.hub().postMessage(request),
      held: (roomId) => {
        this.later(roomId)
        this.changed('Held', roomId)
      },
      refused: async (item, refusal) => {
        this.returned.update((now) => ({ ...now, [item.roomId]: refusal }))
        await this.drafts.giveBack(item.roomId, item.text)
      },
    })
  }

  start(): () => void {
    window.addEventListener('pagehide', this.drafts.flush)
    this.drafts.load().catch(() => this.storageFailed.set(true))
    this.outbox.load().then(() => this.outbox.drainAll(), () => this.storageFailed.set(true))
    this.link.start()
    return () => {
      window.removeEventListener('pagehide', this.drafts.flush)
      this.drafts.flush()
      this.link.stop()
    }
  }

  hub(): RoomHub {
    if (!this.link.line) throw new Error('not connected')
    return createRoomHub(this.link.line)
  }

  /** Subscribes to a room for as long as somebody shows it. */
  want(roomId: string): () => void {
    this.wanted.set(roomId, (this.wanted.get(roomId) ?? 0) + 1)
    if (!this.rooms.get()[roomId]) this.change(roomId, (room) => room)
    if (this.link.line && !this.rooms.get()[roomId]?.entered) void this.enter(roomId)
    return () => {
      const left = (this.wanted.get(roomId) ?? 1) - 1
      if (left > 0) return void this.wanted.set(roomId, left)
      this.wanted.delete(roomId)
      // A pane that moves is unmounted and mounted again within the same moment.
      setTimeout(() => !this.wanted.has(roomId) && this.leave(roomId), 500)
    }
  }

  watchChanges(watcher: ChangeWatcher): () => void {
    this.changeWatchers.add(watcher)
    return () => void this.changeWatchers.delete(watcher)
  }

  async enter(roomId: string): Promise<void> {
    const lobbyWords = this.lobbyWords.get(roomId)
    try {
      const snapshot = await this.hub().enterRoom({ roomId, protocolVersion })
      const lobbyMoved = this.lobbyWords.get(roomId) !== lobbyWords
      this.change(roomId, (room) => ({ ...withSnapshot(room, snapshot), ...(lobbyMoved && { waiting: room.waiting }) }))
      if (!snapshot.callOpen) this.calls.ended(roomId)
      void this.reading.pull(roomId)
      void this.outbox.drain(roomId)
    } catch (error) {
      const refusal = refusalFromHub(error)
      if (refusal && refusal.retryAfterMs !== null) this.later(roomId, refusal.retryAfterMs)
      else if (refusal) this.change(roomId, (room) => ({ ...room, entered: true, refusal }))
      // The line went: the next connection enters again. Or it stands, and the service failed in this: nothing else would ask again.
      else this.later(roomId, again)
    }
  }

  /** Lets go of what lies far above whoever follows the end of the list: a page that is open all day must not grow all day. */
  forgetEarlier(roomId: string): void {
    if ((this.rooms.get()[roomId]?.log.entries.length ?? 0) <= mostHeld) return
    this.change(roomId, (room) => ({ ...room, log: newestOf(room.log, heldOn) }))
  }

  /** Marks as read up to the last entry that is shown. */
  markRead(roomId: string): void {
    const room = this.rooms.get()[roomId]
    if (!room || !this.link.line) return
    const sequence = lastOf(room.log)
    const before = room.readPositions.find((position) => position.personId === this.personId)?.sequence ?? 0
    if (sequence <= before) return
    this.change(roomId, (now) => withReadPosition(now, { roomId, personId: this.personId, sequence }))
    this.listed(roomId, (view) => ({ ...view, myRead: sequence, unread: 0 }))
    this.lossy(this.hub().markRead({ roomId, sequence }))
  }

  typing(roomId: string, typing: boolean): void {
    const before = this.typedAt.get(roomId) ?? 0
    if (!this.link.line || (typing ? Date.now() - before < typingEvery : before === 0)) return
    this.typedAt.set(roomId, typing ? Date.now() : 0)
    this.lossy(this.hub().setTyping({ roomId, typing }))
  }

  async refreshList(): Promise<void> {
    const lobbyWords = new Map(this.lobbyWords)
    const asked = await this.listRooms()
    this.arrivals.takeIn()
    this.list.update((now) => asked.map((view) => {
      const known = now?.find((other) => other.id === view.id)
      if (!known) return view
      const waiting = this.lobbyWords.get(view.id) === lobbyWords.get(view.id) ? view.waiting : known.waiting
      return { ...furtherOf(view, known), waiting }
    }))
  }

  private readonly prepare = (line: Line): void => {
    onRoomClient(line, {
      messagePosted: (entry) => this.posted(entry),
      standingChanged: (roomId) => this.standingChanged(roomId),
      readPositionMoved: (position) => this.change(position.roomId, (room) => withReadPosition(room, position)),
      presenceChanged: ({ roomId, present }) => this.presenceChanged(roomId, present),
      typingChanged: ({ roomId, personId, typing }) => this.change(roomId, (room) => withTyping(room, personId, typing, Date.now())),
      lobbyChanged: ({ roomId, waiting }) => this.lobbyChanged(roomId, waiting),
      headsMoved: ({ heads }) => {
        this.link.heard()
        for (const { roomId, head } of heads) this.head(roomId, head)
      },
      accessRevoked: (roomId) => {
        this.arrivals.takeIn() // nothing of it may come after
        this.change(roomId, withoutAccess)
        this.calls.ended(roomId)
        this.later('list')
      },
      callChanged: (call) => this.calls.told(call),
      callSignalled: (signal) => this.calls.signalled(signal),
      nodeDraining: (withinMs) => this.link.moveWithin(withinMs),
      changed: (topic, id) => {
        if (topic === 'Rooms' || topic === 'Held') this.later('list')
        this.changed(topic, id)
      },
    })
  }

  private readonly up = (): void => {
    this.rooms.update((rooms) => Object.fromEntries(Object.entries(rooms).map(([id, room]) => [id, { ...room, entered: false }])))
    for (const roomId of this.wanted.keys()) void this.enter(roomId)
    if (this.list.get() !== null) this.later('list')
  }

  private readonly readHeads = async (): Promise<void> => {
    const { heads } = await this.hub().readHeads()
    for (const { roomId, head } of heads) this.head(roomId, head)
  }

  private changed(topic: ChangeTopic, id: string): void {
    for (const watcher of this.changeWatchers) watcher(topic, id)
  }

  private listed(roomId: string, change: (view: RoomView) => RoomView): void {
    this.list.update((now) => now?.map((view) => (view.id === roomId ? change(view) : view)) ?? null)
  }

  private posted(entry: EntryView): void {
    this.link.heard()
    this.arrivals.add(entry)
  }

  private receive(roomId: string, entries: readonly EntryView[]): void {
    this.change(roomId, (room) => ({ ...room, log: receive(room.log, entries) }))
    for (const entry of entries) {
      if (entry.kind === 'System') {
        this.calls.recorded(entry)
        this.later(roomId)
      }
      const author = entry.authorId
      if (author !== null && this.rooms.get()[roomId]?.typing[author] !== undefined) this.change(roomId, (room) => withTyping(room, author, false, Date.now()))
    }
    void this.reading.pull(roomId)
  }

  private head(roomId: string, head: number): void {
    this.arrivals.takeIn()
    this.change(roomId, (room) => ({ ...room, log: headMoved(room.log, head) }))
    void this.reading.pull(roomId)
  }

  private standingChanged(roomId: string): void {
    this.later(roomId)
    this.later('list')
  }

  private presenceChanged(roomId: string, present: readonly string[]): void {
    const differs = attended(this.rooms.get()[roomId], present)
    this.change(roomId, (now) => ({ ...now, present }))
    if (differs) this.later(roomId) // whether parties may speak depends on the mediator's presence
  }

  private lobbyChanged(roomId: string, waiting: readonly MemberView[]): void {
    this.lobbyWords.set(roomId, (this.lobbyWords.get(roomId) ?? 0) + 1)
    this.change(roomId, (room) => ({ ...room, waiting }))
    this.listed(roomId, (view) => ({ ...view, waiting: waiting.length }))
    this.later(roomId) // the members' standing comes with the snapshot alone
  }

  /** Asks again for a room's snapshot, or for the list, once for a burst of reasons. */
  private later(what: string, after = 80): void {
    if (this.refreshes.has(what)) return
    this.refreshes.set(what, setTimeout(() => {
      this.refreshes.delete(what)
      if (!this.link.line) return
      if (what === 'list') this.refreshList().catch(() => undefined) // shown as it was; asked again at the next nudge or connection
      else if (this.wanted.has(what)) void this.enter(what)
    }, after))
  }

  private leave(roomId: string): void {
    this.rooms.update(({ [roomId]: _, ...rest }) => rest)
    if (this.link.line) this.lossy(this.hub().leaveRoom({ roomId }))
  }

  /** For what may be lost without harm (typing, read marks): a failure is made good by the next one. */
  private lossy(asked: Promise<void>): void {
    asked.catch(() => undefined)
  }

  private change(roomId: string, change: (room: RoomNow) => RoomNow): void {
    if (!this.wanted.has(roomId)) return
    this.rooms.update((rooms) => ({ ...rooms, [roomId]: change(rooms[roomId] ?? newRoom(roomId)) }))
    const room = this.rooms.get()[roomId]
    if (room) this.outbox.settle(roomId, lastOf(room.log))
  }
}
