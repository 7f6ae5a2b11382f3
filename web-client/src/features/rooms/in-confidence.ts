import type { RoomKind } from '../../contracts/realtime'

/** Rooms whose words belong to few: one side's caucus, and what the mediators say among themselves. */
export const inConfidence = (kind: RoomKind | undefined): boolean => kind === 'Caucus' || kind === 'Panel'
