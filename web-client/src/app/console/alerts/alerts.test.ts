import { describe, expect, it } from 'vitest'
import type { RoomView } from '@/contracts/realtime'
import { callsIn, newCalls } from './new-calls'

const room = (id: string, waiting: number, unread: number, state = 'Open') => ({ id, waiting, held: 0, unread, state }) as RoomView

describe('a room rings', () => {
  const before = callsIn([room('a', 0, 0), room('b', 1, 2)])

  it('when somebody comes to its lobby or writes and nobody looks', () => {
    expect(newCalls(before, [room('a', 1, 0), room('b', 1, 3)], null).map((one) => one.id)).toEqual(['a', 'b'])
  })

  it('not when it is looked at, has closed, calls as before or less, or is seen for the first time', () => {
    expect(newCalls(before, [room('a', 1, 1), room('b', 1, 3, 'Closed')], 'a')).toEqual([])
    expect(newCalls(before, [room('a', 0, 0), room('b', 0, 1)], null)).toEqual([])
    expect(newCalls(null, [room('a', 3, 3)], null)).toEqual([])
  })

  it('when it is a new one', () => {
    expect(newCalls(before, [room('c', 0, 1)], null)).toHaveLength(1)
  })
})
