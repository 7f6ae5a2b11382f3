import { describe, expect, it } from 'vitest'
import type { EntryView } from '@/contracts/realtime'
import { awaySince } from './away-since'

const entry = (type: string, personId: string, sentAt: string, kind = 'System') => ({ kind, sentAt, body: { type, personId } }) as unknown as EntryView

describe('who is away', () => {
  const log = [entry('joined', 'li', '09:00'), entry('left', 'li', '09:10'), entry('joined', 'li', '09:20'), entry('left', 'zhou', '09:30'), entry('left', 'li', '09:40'), entry('call-left', 'zhou', '09:45'), entry('text', 'li', '09:50', 'Message')]

  it('has been so since he last went', () => {
    expect(awaySince(log, 'li')).toBe('09:40')
    expect(awaySince(log, 'zhou')).toBe('09:30')
  })

  it('is not said of one who has come back, or whose going is not loaded', () => {
    expect(awaySince(log.slice(0, 3), 'li')).toBeNull()
    expect(awaySince(log, 'wu')).toBeNull()
  })
})
