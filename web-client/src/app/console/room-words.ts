import type { RoomKind, RoomView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'

export const nameOf = (room: RoomView, language: string): string => (isEnglish(language) ? room.nameEn : room.name)

export type RoomLook = 'joint' | 'private' | 'panel' | 'standing'

/** How a room is told from the others besides its colour: open to all sides, private with one, the mediators' own, or a standing channel. */
export const lookOf = (kind: RoomKind): RoomLook => (kind === 'Joint' ? 'joint' : kind === 'Caucus' ? 'private' : kind === 'Panel' ? 'panel' : 'standing')
