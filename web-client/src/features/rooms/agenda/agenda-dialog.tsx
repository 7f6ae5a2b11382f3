import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItemRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { uuid7 } from '@/lib/uuid7'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useAgenda, useAgendaAct, type Agenda } from './use-agenda'
import './agenda.css'

/** The mediator writes the agenda: from what is usual for such a dispute, then as he likes. */
export function AgendaButton({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const agenda = useAgenda(room).data
  if (!agenda?.mayEdit) return null
  return (
    <>
      <button type="button" className="button small-button quiet" onClick={() => setOpen(true)} data-testid="agenda-open">{t('agenda.title')}</button>
      <Dialog title={t('agenda.title')} open={open} close={() => setOpen(false)} testId="agenda-dialog"><Form agenda={agenda} close={() => setOpen(false)} /></Dialog>
    </>
  )
}

const most = 20
const blank = (): AgendaItemRequest => ({ id: uuid7(), title: '', minutes: 10, speaker: null })

function Form({ agenda, close }: { agenda: Agenda; close: () => void }) {
  const { t, i18n } = useTranslation()
  const english = isEnglish(i18n.language)
  // What others change meanwhile is told by a refusal, not mixed in.
  const [basedOn] = useState(agenda.version)
  const [items, setItems] = useState<AgendaItemRequest[]>(() => (agenda.items.length > 0
    ? agenda.items.map(({ id, title, minutes, speaker }) => ({ id, title, minutes, speaker }))
    : agenda.suggested.map((one) => ({ id: uuid7(), title: english ? one.en : one.zh, minutes: one.minutes, speaker: english ? one.speakerEn : one.speakerZh }))))
  const write = useAgendaAct(agenda.roomId, () => api('PUT /rooms/{roomId}/agenda', { path: { roomId: agenda.roomId }, body: { basedOn, items } }), close)
  const begun = new Set(agenda.items.filter((one) => one.startedAt !== null).map((one) => one.id))
  const change = (at: number, part: Partial<AgendaItemRequest>) => setItems(items.map((one, other) => (other === at ? { ...one, ...part } : one)))
  const move = (at: number, by: -1 | 1) => setItems(items.map((one, other) => (other === at ? items[at + by] ?? one : other === at + by ? items[at] ?? one : one)))
  const total = items.reduce((sum, one) => sum + (one.minutes || 0), 0)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); write.mutate(undefined) }}>
      <p className="soft small">{t('agenda.lead')}</p>
      <ol className="plain stack tight">
        {items.map((item, at) => (
          <li key={item.id} className="agenda-edit" data-testid="agenda-row">
            <TextField label={t('agenda.what', { number: at + 1 })} maxLength={80} required disabled={begun.has(item.id)} value={item.title ?? ''} onChange={(event) => change(at, { title: event.target.value })} data-testid="agenda-what" />
            <TextField type="number" min={1} max={240} required label={t('agenda.length')} disabled={begun.has(item.id)} value={item.minutes || ''} onChange={(event) => change(at, { minutes: Number(event.target.value) })} data-testid="agenda-length" />
            <TextField label={t('agenda.who')} maxLength={40} disabled={begun.has(item.id)} value={item.speaker ?? ''} onChange={(event) => change(at, { speaker: event.target.value || null })} data-testid="agenda-who" />
            <div className="row">
              <Button look="plain" compact disabled={at === 0} aria-label={t('agenda.up', { title: item.title ?? '' })} onClick={() => move(at, -1)} data-testid="agenda-up">↑</Button>
              <Button look="plain" compact disabled={at === items.length - 1} aria-label={t('agenda.down', { title: item.title ?? '' })} onClick={() => move(at, 1)}>↓</Button>
              <Button look="plain" compact disabled={begun.has(item.id)} aria-label={t('agenda.drop', { title: item.title ?? '' })} onClick={() => setItems(items.filter((_, other) => other !== at))} data-testid="agenda-drop">✕</Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="row apart">
        {items.length < most ? <Button look="quiet" compact onClick={() => setItems([...items, blank()])} data-testid="agenda-add">{t('agenda.add')}</Button> : <span />}
        <span className="soft small">{t('agenda.total', { minutes: total })}</span>
      </div>
      <Refused error={write.error} />
      <div className="row"><Button type="submit" busy={write.isPending} data-testid="agenda-save">{t('agenda.save')}</Button><Button look="plain" onClick={close}>{t('ui.cancel')}</Button></div>
    </form>
  )
}
