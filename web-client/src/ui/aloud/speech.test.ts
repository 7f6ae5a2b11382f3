import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAloud, stopReading } from './speech'

class Utterance {
  text: string
  lang = ''
  voice: unknown = null
  rate = 1
  onend: (() => void) | null = null
  onerror: (() => void) | null = null
  constructor(text: string) { this.text = text }
}

const spoken: Utterance[] = []
const cancel = vi.fn()
let voices: { lang: string; default: boolean }[] = []
let visible: 'visible' | 'hidden' = 'visible'

beforeEach(() => {
  spoken.length = 0
  voices = [{ lang: 'en-US', default: true }, { lang: 'zh-TW', default: false }, { lang: 'zh-CN', default: false }]
  visible = 'visible'
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', { speak: (one: Utterance) => spoken.push(one), cancel, getVoices: () => voices })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible)
})
afterEach(() => {
  stopReading()
  vi.unstubAllGlobals()
})

test('pieces are read one after the other, with a voice of the mainland', () => {
  expect(readAloud('text', ['第一条', '第二条'])).toBe(true)
  expect(spoken.map((one) => one.text)).toEqual(['第一条'])
  expect(spoken[0]?.lang).toBe('zh-CN')
  spoken[0]?.onend?.()
  expect(spoken.map((one) => one.text)).toEqual(['第一条', '第二条'])
})

test('what is started later takes the place, and the first goes on no more', () => {
  readAloud('a', ['甲一', '甲二'])
  readAloud('b', ['乙'])
  spoken[0]?.onend?.()
  expect(spoken.map((one) => one.text)).toEqual(['甲一', '乙'])
})

test('words in confidence are never read on a hidden page, and stop when it is hidden', () => {
  visible = 'hidden'
  expect(readAloud('caucus', ['只说给调解员听'], { inConfidence: true })).toBe(false)
  expect(spoken).toEqual([])
  visible = 'visible'
  expect(readAloud('caucus', ['只说给调解员听', '还有'], { inConfidence: true })).toBe(true)
  cancel.mockClear()
  visible = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  expect(cancel).toHaveBeenCalled()
  spoken[0]?.onend?.()
  expect(spoken).toHaveLength(1)
})

test('without a voice nothing is said to be read', () => {
  voices = [{ lang: 'en-US', default: true }]
  expect(readAloud('text', ['第一条'])).toBe(false)
  expect(readAloud('text', ['First'])).toBe(true)
})
