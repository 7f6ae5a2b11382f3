import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDifferentTimesView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime, plainDate } from '@/lib/time'
import { useEngine, type RoomHandle } from '@/realtime'
import { Article } from '@/ui/article'
import { Button, ButtonLink } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/states'
import { ProposeSpread } from './propose-spread'
import { useDifferentTimes, useDifferentTimesOf, useSpreadAct } from './use-different-times'

/** One line in the room: that each writes when he can and whose turn it is, or that one is asked; all of it in a dialog. */
export function DifferentTimesLine({ room }: { room: RoomHandle }) {
  const { personId } = useEngine()
  const view = useDifferentTimes(room).data
  return <SpreadLine view={view} myParty={room.snapshot?.members.find((member) => member.personId === personId)?.partyId ?? null} />
}

/** The same on the case's page, with the way to the room for whose turn it is. */
export function DifferentTimesOnCase({ caseId, myParty }: { caseId: string; myParty: string | null }) {
  const { t } = useTranslation()
  const view = useDifferentTimesOf(caseId).data
  return <SpreadLine view={view} myParty={myParty} toRoom={(roomId) => <ButtonLink to={`/rooms/${roomId}`} compact data-testid="times-to-room">{t('times.toRoom')}</ButtonLink>} />
}

function SpreadLine({ view, myParty, toRoom }: { view: CaseDifferentTimesView | undefined; myParty: string | null; toRoom?: (roomId: string) => ReactNode }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const now = view?.current
  if (!view || !now || now.endedAt !== null) return null
  const asks = now.mayAct.includes('answer') && now.myAnswer === null
  const mine = now.turnPartyId !== null && now.turnPartyId === myParty
  return (
    <div className={`notice ${toRoom ? 'stack tight' : 'guest-line'}${asks || mine ? ' wait' : ''}`} role="status" data-testid="times-line" data-effect={now.inEffect} data-mine={mine}>
      <span>
        {t(now.inEffect ? 'times.inEffect' : asks ? 'times.asksYou' : 'times.asking', { name: now.proposedByName, last: plainDate(now.lastDay, i18n.language) })}
        {now.turnPartyName !== null && now.turnDueAt !== null && <> {t(mine ? 'times.yourTurn' : 'times.turnOf', { name: now.turnPartyName, due: fullTime(now.turnDueAt, i18n.language) })}</>}
      </span>
      <div className="row close">
        {mine && view.roomId !== null && toRoom?.(view.roomId)}
        <Button compact look={asks ? 'main' : 'quiet'} onClick={() => setOpen(true)} data-testid="times-open">{t(asks ? 'times.answer' : 'times.look')}</Button>
      </div>
      <Dialog title={t('times.title')} open={open} close={() => setOpen(false)} testId="times-dialog"><Whole view={view} close={() => setOpen(false)} /></Dialog>
    </div>
  )
}

/** The way to propose it, beside the room's other acts; nothing while one stands. */
export function DifferentTimesButton({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const view = useDifferentTimes(room).data
  if (!view?.mayPropose) return null
  return (
    <>
      <button type="button" className="button small-button quiet" onClick={() => setOpen(true)} data-testid="times-propose-open">{t('times.title')}</button>
      <Dialog title={t('times.title')} open={open} close={() => setOpen(false)} testId="times-dialog"><ProposeSpread view={view} close={() => setOpen(false)} /></Dialog>
    </>
  )
}

function Whole({ view, close }: { view: CaseDifferentTimesView; close: () => void }) {
  const { t, i18n } = useTranslation()
  const now = view.current
  const path = { caseId: view.caseId, timesId: now?.id ?? '' }
  const answer = useSpreadAct((consents: boolean) => api('POST /cases/{caseId}/different-times/{timesId}/answer', { path, body: { consents } }), close)
  const turn = useSpreadAct((partyId: string) => api('POST /cases/{caseId}/different-times/{timesId}/turn', { path, body: { partyId } }), close)
  const end = useSpreadAct(() => api('POST /cases/{caseId}/different-times/{timesId}/end', { path }), close)
  if (!now) return null
  const may = (act: string) => now.mayAct.includes(act)
  return (
    <div className="stack">
      <p>{t('times.means', { last: plainDate(now.lastDay, i18n.language), hours: now.turnHours })}</p>
      <p className="soft small"><Article citation={view.article} />{!view.verified && ` ${t('times.unverified')}`}</p>
      <ul className="plain guest-consents">{now.consents.map((one) => <li key={one.partyId} data-consents={one.consents}>{one.partyName} <span aria-hidden="true">{one.consents === null ? '…' : one.consents ? '✓' : '✕'}</span> {t(one.consents === null ? 'guests.notAnswered' : one.consents ? 'guests.consents' : 'guests.refuses')}</li>)}</ul>
      <Refused error={answer.error ?? turn.error ?? end.error} />
      {may('answer') && now.myAnswer !== true && (
        <div className="row">
          <Button busy={answer.isPending} onClick={() => answer.mutate(true)} data-testid="times-consent">{t('times.consent')}</Button>
          <Button look="stop" busy={answer.isPending} onClick={() => answer.mutate(false)} data-testid="times-refuse">{t('guests.refuse')}</Button>
        </div>
      )}
      {may('answer') && now.myAnswer === true && <div className="row"><span>{t('guests.mineYes')}</span><Button look="plain" compact busy={answer.isPending} onClick={() => answer.mutate(false)} data-testid="times-withdraw">{t('times.withdraw')}</Button></div>}
      {may('turn') && <div className="row">{now.consents.map((one) => <Button key={one.partyId} look="quiet" compact busy={turn.isPending} onClick={() => turn.mutate(one.partyId)} data-testid="times-turn" data-party={one.partyName}>{t('times.giveTurn', { name: one.partyName })}</Button>)}</div>}
      <div className="row">
        {may('end') && <Button look="stop" compact busy={end.isPending} onClick={() => end.mutate(undefined)} data-testid="times-end">{t('times.end')}</Button>}
        <Button look="plain" compact onClick={close}>{t('ui.close')}</Button>
      </div>
    </div>
  )
}
