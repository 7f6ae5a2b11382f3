import 'fake-indexeddb/auto'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeBackMs, WrongRoomGuard, type RoomSide } from '@/features/rooms/wrong-room-guard'
import { RealtimeProvider } from '@/realtime'
import { RoomEngine } from '@/realtime/engine'
import { useHeldSend } from './use-held-send'

const joint: RoomSide = { id: 'joint', kind: 'Joint', name: '联合调解室' }
const caucus: RoomSide = { id: 'caucus', kind: 'Caucus', name: '单独沟通' }

let engine: RoomEngine
let guard: WrongRoomGuard
const send = vi.fn(() => Promise.resolve())

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  engine = new RoomEngine({ personId: 'wang', build: () => new Promise(() => undefined), listRooms: () => Promise.resolve([]) })
  guard = new WrongRoomGuard()
  send.mockClear()
})
afterEach(() => void vi.useRealTimers())

const held = (room: RoomSide) => renderHook(() => useHeldSend(guard, room), { wrapper: ({ children }: { children: ReactNode }) => <RealtimeProvider personId="wang" engine={engine}>{children}</RealtimeProvider> })

/** Works in the caucus, then turns to the joint room and waits out the lock. */
const turnToJoint = () => {
  guard.focus(caucus)
  guard.focus(joint)
  vi.advanceTimersByTime(1_000)
}

describe('speaking to everybody right after a private talk', () => {
  it('waits five seconds and then goes out once', () => {
    turnToJoint()
    act(() => engine.drafts.write('joint', '大家好'))
    const { result } = held(joint)
    act(() => result.current.guarded(send))
    act(() => result.current.guarded(send))
    act(() => { vi.advanceTimersByTime(takeBackMs - 100) })
    expect(send).not.toHaveBeenCalled()
    expect(result.current.seconds).toBe(1)
    act(() => { vi.advanceTimersByTime(200) })
    expect(send).toHaveBeenCalledTimes(1)
    expect(result.current.seconds).toBeNull()
  })

  it('is taken back by the button, by changing the words, and by putting the room away', () => {
    turnToJoint()
    act(() => engine.drafts.write('joint', '底线'))
    const first = held(joint)
    act(() => first.result.current.guarded(send))
    act(() => first.result.current.takeBack())
    act(() => first.result.current.guarded(send))
    act(() => engine.drafts.write('joint', '底线是'))
    expect(first.result.current.seconds).toBeNull()
    act(() => first.result.current.guarded(send))
    first.unmount()
    act(() => { vi.advanceTimersByTime(2 * takeBackMs) })
    expect(send).not.toHaveBeenCalled()
    expect(engine.drafts.texts.get().joint).toBe('底线是')
  })

  it('is not held in the caucus itself, nor when no caucus was in use', () => {
    guard.focus(joint)
    const inJoint = held(joint)
    act(() => inJoint.result.current.guarded(send))
    expect(send).toHaveBeenCalledTimes(1)
    guard.focus(caucus)
    vi.advanceTimersByTime(1_000)
    const inCaucus = held(caucus)
    act(() => inCaucus.result.current.guarded(send))
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('never goes out while the room is locked', () => {
    guard.focus(joint)
    guard.focus(caucus)
    const inCaucus = held(caucus)
    act(() => inCaucus.result.current.guarded(send))
    expect(send).not.toHaveBeenCalled()
  })
})
