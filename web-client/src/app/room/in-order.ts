import type { RoomView } from '@/contracts/realtime'

/** The joint room first, then the caucuses as they came: a tab must not move because somebody speaks. */
export const inOrder = (rooms: readonly RoomView[]): RoomView[] =>
  [...rooms].sort((a, b) => Number(a.kind !== 'Joint') - Number(b.kind !== 'Joint') || a.id.localeCompare(b.id))
