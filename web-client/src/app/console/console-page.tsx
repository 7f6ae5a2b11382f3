import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { ownPage } from '@/features/accounts/own-page'
import { useCases } from '@/features/cases/use-case'
import { EntryRenderersProvider } from '@/features/rooms'
import { caseRoomRenderers } from '@/features/settlements/entry-renderers'
import { SnippetBook } from '@/features/rooms/snippets/snippet-book'
import { useSnippets } from '@/features/rooms/snippets/use-snippets'
import { useRooms } from '@/realtime'
import { Failed, Loading } from '@/ui/states'
import { useAlerts } from './alerts/use-alerts'
import { ConsoleBar } from './console-bar'
import { FollowedList } from './followed-list'
import { KeysHelp } from './keys-help'
import { Palette } from './palette'
import type { PaletteItem } from './palette-search'
import { Panes } from './panes'
import { QueueList, walkList } from './queue-list'
import { callsOf, queueOf } from './queue-order'
import { Side } from './side'
import { SittingList } from './sitting-list'
import { useConsoleKeys } from './use-console-keys'
import { useDesk } from './use-desk'
import { usePaletteItems } from './use-palette-items'
import { useInsertSnippet } from './use-room-values'
import { useSide } from './use-side'
import { useTitleCalls } from './use-title-calls'
import { useWindow } from './use-window'
import './console.css'

/** The mediator's one screen: the queue, up to four rooms, and a case's papers beside them. */
export default function ConsolePage() {
  const me = useMe()
  if (me.data && !me.data.roles.some((role) => role === 'Mediator' || role === 'Butler')) return <Navigate to={ownPage(me.data)} replace />
  return <EntryRenderersProvider value={caseRoomRenderers}><Console /></EntryRenderersProvider>
}

function Console() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const cases = useCases('queue')
  const { rooms, failed, refresh } = useRooms(10_000)
  const desk = useDesk(rooms)
  const side = useSide()
  const view = useWindow(side.side !== null)
  const [asked, setAsked] = useState<'palette' | 'keys' | 'snippets' | null>(null)
  const now = useMinute()
  const queue = useMemo(() => queueOf(cases.data ?? [], rooms ?? [], now), [cases.data, rooms, now])
  useTitleCalls(callsOf(rooms ?? []))

  const toRooms = view.show
  // A narrow window shows one room at a time whatever is open: no reason to leave one for another.
  const openOne = view.narrow ? desk.openBeside : desk.open
  const openRoom = useCallback((roomId: string) => { openOne(roomId); toRooms('rooms') }, [openOne, toRooms])
  const silenced = useAlerts(rooms, !view.narrow || view.shown === 'rooms' ? desk.active : undefined, openRoom)
  const [sideCalled, setSideCalled] = useState(0)
  const onCase = useCallback((caseId: string, which: 'case' | 'agreement') => { side.open(caseId, which); setSideCalled((count) => count + 1); toRooms('side') }, [side, toRooms])
  const onPapers = useCallback((caseId: string) => onCase(caseId, 'case'), [onCase])
  useConsoleKeys(useMemo(() => ({
    palette: () => setAsked('palette'),
    pane: (index) => desk.focus(index, true),
    walk: (step) => walkList(document.querySelector('[data-testid="queue"]'), step),
    acts: () => document.querySelector<HTMLElement>('[data-testid=pane][data-active=true] :is(.pane-waiting, .pane-acts) button:enabled')?.focus(),
    help: () => setAsked('keys'),
  }), [desk]))
  const snippets = useSnippets().data
  const insert = useInsertSnippet()
  const paletteItems = usePaletteItems(cases.data ?? [], rooms ?? [], snippets ?? none)
  const putIn = (snippetId: string) => {
    const [room, snippet] = [rooms?.find((one) => one.id === desk.active), snippets?.find((one) => one.id === snippetId)]
    if (room && snippet) void insert(room, snippet).then(() => desk.focus(desk.layout.active, true))
    else setAsked('snippets')
  }
  const go = (item: PaletteItem) => {
    if (item.kind === 'room') openRoom(item.id)
    else if (item.kind === 'case') onCase(item.id, 'case')
    else if (item.kind === 'text') putIn(item.id)
    else if (item.id === 'keys' || item.id === 'snippets') setAsked(item.id)
    else void navigate(item.id)
  }
  if (cases.isPending || (rooms === null && !failed)) return <Loading />
  if (cases.isError) return <Failed error={cases.error} retry={() => void cases.refetch()} />
  if (rooms === null) return <Failed error={null} retry={refresh} />
  const titleOf = (caseId: string | null) => cases.data.find((one) => one.id === caseId)?.title ?? ''
  return (
    <div className="console" data-view={view.shown} data-side={side.side !== null} data-testid="console">
      <ConsoleBar desk={desk} view={view} calls={callsOf(rooms)} hasSide={side.side !== null} silenced={silenced} snippets={() => setAsked('snippets')} search={() => setAsked('palette')} keys={() => setAsked('keys')} />
      <div className="console-parts">
        <aside className="console-list" aria-label={t('console.queue.title')}>
          <QueueList queue={queue} openRooms={desk.layout.rooms} onRoom={openRoom} onCase={onPapers}>
            <SittingList onRoom={openRoom} onCase={onPapers} />
            <FollowedList onCase={onPapers} />
          </QueueList>
        </aside>
        <Panes desk={desk} rooms={rooms} visible={!view.narrow || view.shown === 'rooms'} titleOf={titleOf} onCase={onCase} />
        {side.side !== null && <Side side={side.side} called={sideCalled} rooms={rooms} choose={side.open} close={() => { side.close(); toRooms('rooms') }} />}
      </div>
      <Palette items={paletteItems} open={asked === 'palette'} close={() => setAsked(null)} go={go} />
      <SnippetBook shared={false} open={asked === 'snippets'} close={() => setAsked(null)} />
      <KeysHelp open={asked === 'keys'} close={() => setAsked(null)} />
    </div>
  )
}

const none: readonly never[] = []

/** Clocks run on while nothing else happens. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
