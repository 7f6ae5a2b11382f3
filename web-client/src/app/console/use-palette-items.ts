import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSummaryView, RoomView, SnippetView } from '@/contracts/realtime'
import type { PaletteItem } from './palette-search'
import { nameOf } from './room-words'

/** Rooms first, the calling ones before the quiet, then cases, then acts. Put together when it is asked for: rooms change with each line that is said. */
export function usePaletteItems(cases: readonly CaseSummaryView[], rooms: readonly RoomView[], snippets: readonly SnippetView[]): () => PaletteItem[] {
  const { t, i18n } = useTranslation()
  return useCallback(() => {
    const titles = new Map(cases.map((one) => [one.id, one.title]))
    const calling = [...rooms].sort((a, b) => b.waiting + b.unread - a.waiting - a.unread)
    return [
      ...calling.map((room): PaletteItem => {
        const title = room.caseId === null ? '' : titles.get(room.caseId) ?? ''
        return { id: room.id, kind: 'room', title: nameOf(room, i18n.language), hint: [title, room.caseNumber].filter(Boolean).join(' · '), words: [room.name, room.nameEn, title] }
      }),
      ...cases.map((one): PaletteItem => ({ id: one.id, kind: 'case', title: one.title, hint: one.number, words: [t(`network.disputeKind.${one.kind}`), t(`cases.stage.${one.stage}`)] })),
      ...snippets.map((one): PaletteItem => ({ id: one.id, kind: 'text', title: one.title, hint: `/${one.shortcut}`, words: [one.shortcut] })),
      { id: 'snippets', kind: 'act', title: t('snippets.book'), hint: '', words: ['canned texts', '常用语'] },
      { id: 'keys', kind: 'act', title: t('console.keys.title'), hint: '?', words: ['keyboard', '快捷键'] },
      { id: '/verify', kind: 'act', title: t('settlements.verify.title'), hint: '', words: ['verify'] },
    ]
  }, [cases, rooms, snippets, t, i18n.language])
}
