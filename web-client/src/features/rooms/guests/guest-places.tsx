import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { GuestInvitationView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button, ButtonLink } from '@/ui/button'
import { Choice } from '@/ui/field'
import { Refused } from '@/ui/states'
import { GuestCapacityText } from './guest-facts'
import './guests.css'

/** The caller's own places as a guest, on his page. */
export function GuestPlaces() {
  const { t } = useTranslation()
  const places = useQuery({ queryKey: ['guest-places'], queryFn: () => api('GET /guests/mine') })
  const shown = (places.data ?? []).filter((one) => one.state === 'Invited' || one.roomId !== null)
  if (shown.length === 0) return null
  return <section className="stack" data-testid="guest-places"><h2>{t('guests.places')}</h2>{shown.map((place) => <GuestPlace key={place.guestId} place={place} />)}</section>
}

/** Undertake confidentiality, then the room's lobby. */
export function GuestPlace({ place }: { place: GuestInvitationView }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [read, setRead] = useState(false)
  const undertake = useMutation({
    mutationFn: () => api('POST /guests/{guestId}/undertaking', { path: { guestId: place.guestId }, body: { wordsSha256: place.wordsSha256 } }),
    onSuccess: (mine) => {
      void queries.invalidateQueries({ queryKey: ['guest-places'] })
      if (mine.roomId !== null) void navigate(`/rooms/${mine.roomId}`)
    },
  })
  return (
    <section className="card stack" data-testid="guest-place" data-state={place.state}>
      <h2>{t('guests.place', { organisation: place.organisationName })}</h2>
      <p className="soft small"><GuestCapacityText guest={place} /> · {t('guests.mediator', { name: place.mediatorName })} · <span className="number">{place.caseNumber}</span></p>
      {place.roomId !== null
        ? <ButtonLink to={`/rooms/${place.roomId}`} whole data-testid="guest-to-room">{t('guests.toRoom')}</ButtonLink>
        : (
          <>
            <h3>{t('guests.undertakeTitle')}</h3>
            <blockquote className="guest-words" data-testid="guest-words" lang={i18n.language.startsWith('zh') ? 'zh-CN' : 'en'}>{i18n.language.startsWith('zh') ? place.wordsZh : place.wordsEn}</blockquote>
            <Choice type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} data-testid="guest-read">{t('guests.undertakeRead')}</Choice>
            <p className="small soft">{t('guests.recorded')}</p>
            <Refused error={undertake.error} />
            <Button whole disabled={!read} busy={undertake.isPending} onClick={() => undertake.mutate()} data-testid="guest-undertake">{t('guests.undertake')}</Button>
          </>
        )}
    </section>
  )
}
