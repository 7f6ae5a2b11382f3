import type { RoomSnapshot } from '@/contracts/realtime'

const groups = {
  sitting: ['open', 'endCall', 'call', 'adjourn', 'hold', 'agenda', 'times', 'close'],
  people: ['caucus', 'guests', 'panel'],
  papers: ['papers', 'agreement', 'transcript', 'language'],
} as const

export type ActGroupName = keyof typeof groups
export type ActName = (typeof groups)[ActGroupName][number]

type View = Pick<RoomSnapshot, 'mayPreside' | 'callOpen' | 'hold'> & { readonly room: Pick<RoomSnapshot['room'], 'kind' | 'state' | 'caseId'> }

/** What a moment asks for, the most pressing first: what runs and has to be ended, then the way the talk usually goes on. */
const pressing: readonly ActName[] = ['open', 'endCall', 'hold', 'caucus', 'adjourn', 'panel', 'agreement', 'papers']
/** More than so many in a row are read by nobody, and do not fit into a narrow pane. */
const usualMost = 3

/** Which acts there are in this room now: few of them in sight, the others by kind. `most` in sight: fewer where words are large. */
export function actsOf(view: View, most = usualMost): { readonly first: readonly ActName[]; readonly rest: readonly { readonly group: ActGroupName; readonly names: readonly ActName[] }[] } {
  const there = new Set(namesOf(view))
  const usual = pressing.filter((name) => there.has(name) && (name !== 'hold' || view.hold === 'On') && (name !== 'panel' || view.room.kind === 'Panel') && (name !== 'caucus' || view.room.state !== 'Adjourned'))
  const first = usual.slice(0, most)
  const rest = (Object.keys(groups) as ActGroupName[]).map((group) => ({ group, names: groups[group].filter((name) => there.has(name) && !first.includes(name)) }))
  return { first, rest: rest.filter(({ names }) => names.length > 0) }
}

function namesOf({ mayPreside, callOpen, room: { kind, state, caseId } }: View): ActName[] {
  const [isPanel, isTalk, over, ofCase] = [kind === 'Panel', kind === 'Joint' || kind === 'Caucus', state === 'Closed', caseId !== null]
  const may: Record<ActName, boolean> = {
    open: mayPreside && (state === 'Scheduled' || state === 'Lobby' || state === 'Adjourned'),
    endCall: mayPreside && state === 'Open' && isTalk && callOpen,
    call: mayPreside && state === 'Open' && isTalk && !callOpen,
    adjourn: mayPreside && state === 'Open' && !isPanel,
    hold: mayPreside && kind === 'Joint' && state === 'Open',
    agenda: !isPanel,
    times: mayPreside && !isPanel,
    close: mayPreside && !over && kind !== 'Butler' && !isPanel,
    caucus: mayPreside && kind === 'Joint' && !over && ofCase,
    guests: mayPreside && !over && ofCase && isTalk,
    panel: mayPreside && !over && ofCase && (kind === 'Joint' || isPanel),
    papers: ofCase && (mayPreside || !isPanel),
    agreement: ofCase && mayPreside && !isPanel,
    transcript: true,
    language: true,
  }
  return (Object.keys(may) as ActName[]).filter((name) => may[name])
}
