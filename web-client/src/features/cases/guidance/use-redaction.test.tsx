import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/lib/api'
import { useRedaction } from './use-redaction'

vi.mock('@/lib/api', () => ({ api: vi.fn() }))
vi.mock('react-i18next', () => ({ useTranslation: () => ({ i18n: { language: 'zh-CN' } }) }))

/** The service: finds one name; answers when it is let. */
const server = { asked: [] as string[][], answer: null as (() => void) | null, waits: false }

beforeEach(() => {
  Object.assign(server, { asked: [], answer: null, waits: false })
  vi.mocked(api).mockImplementation(((_: string, input: { body: { texts: string[] } }) => {
    server.asked.push(input.body.texts)
    const view = { texts: input.body.texts.map((text) => ({ recognised: text.includes('李海生') ? [{ start: text.indexOf('李海生'), length: 3, text: '李海生', kind: 'Name', label: '甲方', mayVouch: false }] : [], redacted: text.replace('李海生', '甲方'), difference: [] })) }
    return server.waits ? new Promise((resolve) => { server.answer = () => resolve(view) }) : Promise.resolve(view)
  }) as never)
})

const write = (first: string) => {
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  return renderHook(({ text }) => useRedaction('case', [text], []), { wrapper, initialProps: { text: first } })
}

describe('words to a guide', () => {
  it('are checked a moment after the last key, and found', async () => {
    const { result, rerender } = write('')
    expect(result.current.blank).toBe(true)
    rerender({ text: '李' })
    rerender({ text: '李海生欠款' })
    await waitFor(() => expect(result.current.found).toBe(1), { timeout: 3_000 })
    expect(result.current.clean).toBe(false)
    expect(server.asked.at(-1)).toEqual(['李海生欠款'])
    expect(server.asked.flat()).not.toContain('李')
  })

  it('are clean only when the service has said so of the very words that stand there', async () => {
    const { result, rerender } = write('甲方欠款')
    await waitFor(() => expect(result.current.clean).toBe(true), { timeout: 3_000 })
    server.waits = true
    rerender({ text: '李海生欠款' })
    expect(result.current.clean).toBe(false)
    await waitFor(() => expect(server.answer).not.toBeNull(), { timeout: 3_000 })
    expect(result.current.clean).toBe(false)
    act(() => server.answer?.())
    await waitFor(() => expect(result.current.found).toBe(1))
    expect(result.current.clean).toBe(false)
  })

  it('are not clean when the service could not be asked', async () => {
    vi.mocked(api).mockRejectedValue(new Error('gone'))
    const { result } = write('甲方欠款')
    expect(result.current.clean).toBe(false)
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)))
    expect(result.current.clean).toBe(false)
  })
})
