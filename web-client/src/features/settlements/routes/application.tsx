import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteApplicationView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { figures } from '@/lib/money'
import { isEnglish } from '@/lib/sentence'
import { fullTime, lastDayBefore, plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { InChinese } from '../enforcement/in-chinese'
import { OneArticle } from '../enforcement/routes'
import { toneOf, useRouteAct } from './use-routes'

/** One application: where it is, what came back, what this reader can do now. */
export function RouteApplication({ caseId, one }: { caseId: string; one: RouteApplicationView }) {
  const { t, i18n } = useTranslation()
  const last = [...one.marks].reverse().find((mark) => ['MoreAsked', 'Granted', 'Refused', 'Ended'].includes(mark.step))
  const english = isEnglish(i18n.language)
  const against = english ? one.notCollectableEn : one.notCollectableZh
  return (
    <div className="stack route" data-testid="route-application" data-act={one.act} data-state={one.state}>
      <h3>{t(`routes.act.${one.act}`)}</h3>
      <div className={`notice ${toneOf(one.state)} stack tight`} role="status">
        <b>{one.state === 'Granted' ? t(`routes.granted.${one.act}`) : t(`routes.state.${one.state}`)}</b>
        <span lang="zh-CN">{one.recipient}</span>
        {one.answerNumber !== null && <span className="number" data-testid="answer-number"><InChinese text={t('routes.number', { number: one.answerNumber })} name={one.answerNumber} /></span>}
        {last?.note && (one.state === last.step || one.state === 'Granted') && <span lang="zh-CN">{last.note}</span>}
      </div>
      <p>{t('routes.by', { name: one.applicantName })} · {one.items.map((item) => t('routes.item', { number: item.number, what: item.what }) + (item.amountFen === null ? '' : ` ¥ ${figures(item.amountFen)}`)).join(t('ui.comma'))}</p>
      {one.ground !== null && <p className="small">{t(`routes.ground.${one.ground}`)}<br /><span className="declared">{one.reason}</span></p>}
      {one.termDueAt !== null && (
        <p className="small" data-testid="route-term">
          {t(`routes.term.${one.act === 'PaymentOrder' ? 'object' : 'collect'}${one.termIsOver ? 'Over' : ''}`, { day: plainDate(lastDayBefore(one.termDueAt), i18n.language) })}
          {one.termArticle !== null && <> · <OneArticle article={one.termArticle} /></>}
        </p>
      )}
      {one.collectedAt !== null && <p className="notice good" data-testid="collected">{t('routes.collected', { time: fullTime(one.collectedAt, i18n.language) })}</p>}
      {against !== null && <p className="notice wait" data-testid="not-collectable">{against}</p>}
      {one.mayCollect && <Collect caseId={caseId} id={one.id} />}
      {one.maySupply && <Say caseId={caseId} one={one} what="supply" />}
      {one.mayObject && <Say caseId={caseId} one={one} what="object" />}
      <History one={one} />
    </div>
  )
}

function Collect({ caseId, id }: { caseId: string; id: string }) {
  const { t } = useTranslation()
  const collect = useRouteAct(caseId, () => api('POST /cases/{caseId}/routes/collect', { path: { caseId }, body: { applicationId: id } }))
  return <div className="stack tight"><p className="small soft">{t('routes.collectHint')}</p><Refused error={collect.error} /><Button whole busy={collect.isPending} onClick={() => collect.mutate(undefined)} data-testid="route-collect">{t('routes.collect')}</Button></div>
}

/** What was asked for is brought, or a payment order is objected to. */
function Say({ caseId, one, what }: { caseId: string; one: RouteApplicationView; what: 'supply' | 'object' }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [address, setAddress] = useState('')
  const say = useRouteAct(caseId, () => what === 'object'
    ? api('POST /cases/{caseId}/routes/object', { path: { caseId }, body: { applicationId: one.id, reason: reason.trim() } })
    : api('POST /cases/{caseId}/routes/supply', { path: { caseId }, body: { applicationId: one.id, address: address.trim() || null, reason: reason.trim() || null } }))
  const ready = reason.trim() !== '' || (what === 'supply' && address.trim() !== '')
  return (
    <form className="notice wait stack" onSubmit={(event) => { event.preventDefault(); if (ready) say.mutate(undefined) }} data-testid={`route-${what}`}>
      <b>{t(`routes.${what}.title`)}</b>
      {what === 'supply' && <TextArea label={t('ui.optional', { label: t('enforcement.address') })} rows={2} maxLength={200} value={address} onChange={(event) => setAddress(event.target.value.replace(/\n/g, ''))} />}
      <TextArea label={t(`routes.${what}.words`)} rows={3} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid={`route-${what}-words`} />
      <Refused error={say.error} />
      <Button type="submit" look={what === 'object' ? 'stop' : 'main'} disabled={!ready} busy={say.isPending} data-testid={`route-${what}-yes`}>{t(`routes.${what}.yes`)}</Button>
    </form>
  )
}

function History({ one }: { one: RouteApplicationView }) {
  const { t, i18n } = useTranslation()
  return (
    <details className="stack tight" data-testid="route-history">
      <summary><b>{t('enforcement.history')}</b></summary>
      <ol className="plain stack tight">
        {one.marks.map((mark, at) => (
          <li key={at} className="small"><span className="soft">{fullTime(mark.at, i18n.language)}</span><br /><InChinese text={mark.name ?? ''} name={one.recipient} /> <b>{t(`routes.step.${mark.step}`)}</b>{mark.note && mark.step !== 'Sent' && <span lang="zh-CN"> · {mark.note}</span>}</li>
        ))}
      </ol>
      {one.receiptNumber !== null && <p className="small"><InChinese text={t('routes.receipt', { number: one.receiptNumber })} name={one.receiptNumber} /></p>}
      {one.packetSha256 !== null && <p className="small soft">{t('enforcement.hash')}<br /><code className="hash">{one.packetSha256}</code></p>}
    </details>
  )
}
