import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositGround, RouteOfferItemView, RouteOfferView, RoutesView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { capitals, figures } from '@/lib/money'
import { isEnglish } from '@/lib/sentence'
import { plainDate } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { InChinese } from '../enforcement/in-chinese'
import { detailsOf } from '../enforcement/joint-application'
import { OneArticle } from '../enforcement/routes'
import { amountOf, plainYuan } from '../performance/performance-view'
import { useRouteAct } from './use-routes'

const grounds: readonly DepositGround[] = ['CreditorRefuses', 'CreditorNotFound', 'CreditorDiedOrLostCapacity', 'OtherByLaw']

/** A way that this party can take, or why he cannot yet: then the button stands there and says so. */
export function RouteOffer({ view, offer }: { view: RoutesView; offer: RouteOfferView }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const can = offer.isOpen && offer.items.length > 0
  return (
    <div className="stack route" data-testid={`offer-${offer.act}`} data-open={can}>
      <h3>{t(`routes.act.${offer.act}`)}</h3>
      <p className={`notice ${can ? '' : 'wait'}`}>{isEnglish(i18n.language) ? offer.en : offer.zh}</p>
      <p className="small soft">{offer.articles.map((one) => <OneArticle key={one.article} article={one} />)}</p>
      {open && can ? <ApplyForm view={view} offer={offer} close={() => setOpen(false)} /> : <Button look="quiet" whole disabled={!can} onClick={() => setOpen(true)} data-testid={`apply-${offer.act}`}>{t(`routes.apply.${offer.act}`)}</Button>}
    </div>
  )
}

function ApplyForm({ view, offer, close }: { view: RoutesView; offer: RouteOfferView; close: () => void }) {
  const { t, i18n } = useTranslation()
  const deposit = offer.act === 'NotarialDeposit'
  const single = deposit || offer.act === 'PaymentOrder'
  const [number, setNumber] = useState(offer.items[0]?.number ?? 0)
  const [clientId] = useState(() => uuid7())
  const [ground, setGround] = useState<DepositGround>('CreditorRefuses')
  const [reason, setReason] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [address, setAddress] = useState(view.myAddress ?? '')
  const [agreed, setAgreed] = useState(false)
  const chosen = offer.items.find((one) => one.number === number)
  const [typed, setTyped] = useState(chosen?.restFen ? plainYuan(chosen.restFen) : '')
  const most = chosen?.restFen ?? null
  const fen = deposit && most !== null ? amountOf(typed, most) : null
  const consent = (isEnglish(i18n.language) ? chosen?.consentEn : chosen?.consentZh) ?? ''
  const apply = useRouteAct(view.caseId, () => api('POST /cases/{caseId}/routes', {
    path: { caseId: view.caseId },
    body: { clientId, act: offer.act, numbers: single ? [number] : offer.items.map((one) => one.number), amountFen: fen, ground: deposit ? ground : null, reason: deposit ? reason.trim() : null, details: detailsOf(idNumber, address), consent },
  }))
  const ready = agreed && address.trim() !== '' && (!view.needsIdNumber || idNumber.trim() !== '') && (!deposit || (reason.trim() !== '' && (most === null || fen !== null)))
  const pick = (one: RouteOfferItemView) => {
    setNumber(one.number)
    setTyped(one.restFen ? plainYuan(one.restFen) : '')
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); if (ready) apply.mutate(undefined) }} data-testid="route-form">
      <div className="choices" role={single ? 'radiogroup' : 'group'} aria-label={t('routes.items')}>
        {offer.items.map((one) => single
          ? <Choice key={one.number} name={`item-${offer.act}`} checked={one.number === number} onChange={() => pick(one)}><Item one={one} /></Choice>
          : <p key={one.number}><Item one={one} /></p>)}
      </div>
      {deposit && (
        <>
          {most !== null && <TextField label={t('routes.amount')} hint={t('routes.amountMost', { most: figures(most) })} wrong={typed !== '' && fen === null ? t('routes.amountMost', { most: figures(most) }) : null} inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} data-testid="route-amount" />}
          {fen !== null && <span className="soft small" lang="zh-CN">{capitals(fen)}</span>}
          <div className="choices" role="radiogroup" aria-label={t('routes.why')}>
            <b>{t('routes.why')}</b>
            {grounds.map((one) => <Choice key={one} name="ground" checked={ground === one} onChange={() => setGround(one)} data-testid={`ground-${one}`}>{t(`routes.ground.${one}`)}</Choice>)}
          </div>
          <TextArea label={t('routes.reason')} hint={t('routes.reasonHint')} required rows={3} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="route-reason" />
        </>
      )}
      {view.needsIdNumber && <TextField label={t('enforcement.idNumber')} hint={t('routes.idHint')} maxLength={40} autoComplete="off" value={idNumber} onChange={(event) => setIdNumber(event.target.value)} data-testid="route-id" />}
      <TextArea label={t('enforcement.address')} hint={t('routes.addressHint')} rows={2} maxLength={200} value={address} onChange={(event) => setAddress(event.target.value.replace(/\n/g, ''))} data-testid="route-address" />
      <section className="consent stack tight" aria-label={t('routes.consentTitle')}>
        <b>{t('routes.consentTitle')}</b>
        <p data-testid="route-consent-text"><InChinese text={consent} name={chosen?.recipient ?? ''} /></p>
        <OneArticle article={view.consentArticle} />
        <Choice type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} data-testid="route-consent">{t('enforcement.consent')}</Choice>
      </section>
      <Refused error={apply.error} />
      <Button type="submit" whole disabled={!ready} busy={apply.isPending} data-testid="route-send">{t('routes.send')}</Button>
      <Button look="plain" onClick={close}>{t('ui.cancel')}</Button>
    </form>
  )
}

function Item({ one }: { one: RouteOfferItemView }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <b>{t('routes.item', { number: one.number, what: one.what })}</b> {one.restFen !== null && <span className="number">{t('routes.rest', { rest: figures(one.restFen) })}</span>}<br />
      <span className="small soft">{t('routes.owes', { debtors: one.debtorNames.join(t('ui.comma')), creditor: one.creditorName, day: plainDate(one.dueOn, i18n.language) })} · <span lang="zh-CN">{one.recipient}</span></span>
    </>
  )
}
