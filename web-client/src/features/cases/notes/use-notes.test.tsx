import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/lib/api'
import { lastWords } from '@/lib/last-words'
import { Refusal, Unreachable } from '@/lib/refusal'
import { useNotes } from './use-notes'

vi.mock('@/lib/api', () => ({ api: vi.fn() }))

/** The service: one row, versions counted. */
const server = { text: '', version: 0, failing: null as Error | null, writes: [] as string[] }

beforeEach(() => {
  localStorage.clear()
  Object.assign(server, { text: '', version: 0, failing: null, writes: [] })
  vi.mocked(api).mockImplementation(((key: string, input: { body: { basedOn: number; text: string } }) => {
    if (key.startsWith('GET')) return Promise.resolve({ text: server.text, version: server.version, changedAt: null })
    if (server.failing) return Promise.reject(server.failing)
    if (input.body.basedOn !== server.version) return Promise.reject(new Refusal({ code: 'cases.notes-changed', zh: '改', en: 'changed' }, 422))
    Object.assign(server, { text: input.body.text, version: server.version + 1 })
    server.writes.push(input.body.text)
    return Promise.resolve({ text: server.text, version: server.version, changedAt: null })
  }) as never)
})

const open = async () => {
  const hook = renderHook(() => useNotes('case', 'wang'))
  await waitFor(() => expect(hook.result.current.phase).toBe('saved'))
  return hook
}

describe('private notes', () => {
  it('save themselves a moment after the last key, once', async () => {
    const { result } = await open()
    act(() => result.current.write('甲'))
    act(() => result.current.write('甲乙'))
    expect(result.current.phase).toBe('writing')
    await waitFor(() => expect(result.current.phase).toBe('saved'), { timeout: 3_000 })
    expect(server.writes).toEqual(['甲乙'])
  })

  it('are never overwritten unseen by another page, and both can be kept', async () => {
    const { result } = await open()
    Object.assign(server, { text: '手机上写的', version: 1 })
    act(() => result.current.write('电脑上写的'))
    await waitFor(() => expect(result.current.phase).toBe('conflict'), { timeout: 3_000 })
    expect([result.current.theirs, result.current.text, server.text]).toEqual(['手机上写的', '电脑上写的', '手机上写的'])
    act(() => result.current.settle('both'))
    await waitFor(() => expect(server.text).toBe('手机上写的\n————\n电脑上写的'), { timeout: 3_000 })
  })

  it('typed just before the page goes are there when it comes back', async () => {
    const { result, unmount } = await open()
    server.failing = new Unreachable(new Error('gone'))
    act(() => result.current.write('来不及保存'))
    act(() => void window.dispatchEvent(new Event('pagehide')))
    expect(lastWords('notes.wang.case')['']).toBe('0\n来不及保存')
    unmount()
    server.failing = null
    const again = renderHook(() => useNotes('case', 'wang'))
    await waitFor(() => expect(server.text).toBe('来不及保存'), { timeout: 3_000 })
    await waitFor(() => expect(again.result.current.phase).toBe('saved'))
    expect(lastWords('notes.wang.case')['']).toBeUndefined()
  })

  it('typed on a page that is gone do not overwrite what another has written since', async () => {
    localStorage.setItem('odr.last.notes.wang.case', '1\n电脑上的')
    Object.assign(server, { text: '手机上的', version: 2 })
    const { result } = renderHook(() => useNotes('case', 'wang'))
    await waitFor(() => expect(result.current.phase).toBe('conflict'))
    expect([result.current.theirs, result.current.text, server.writes]).toEqual(['手机上的', '电脑上的', []])
    act(() => result.current.settle('theirs'))
    expect(result.current.text).toBe('手机上的')
  })
})
