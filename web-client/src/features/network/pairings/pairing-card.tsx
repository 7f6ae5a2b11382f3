import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuideBackground, LegalGuideView, PairingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { dayOf, plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { usePairingAct } from './use-pairings'

const backgrounds: readonly GuideBackground[] = ['Judge', 'Police', 'Lawyer', 'LegalServiceWorker', 'JusticeOfficer']

/** One pairing with its guides, present and former. */
export function PairingCard({ one }: { one: PairingView }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState<'guide' | 'end' | null>(null)
  const path = { pairingId: one.id }
  const end = usePairingAct(() => api('POST /pairings/{pairingId}/end', { path }), () => setOpen(null))
  const release = usePairingAct((guideId: string) => api('POST /pairings/{pairingId}/guides/{guideId}/end', { path: { ...path, guideId } }))
  const running = one.endedAt === null
  return (
    <section className="card flat stack tight pairing" data-testid="pairing" data-ended={!running}>
      <header className="stack tight">
        <b>{one.organisationName} — {one.partnerName}</b>
        <span className="small soft">{t(`pairings.kind.${one.partnerKind}`)} · {t('pairings.from', { time: plainDate(dayOf(one.from), i18n.language), name: one.madeByName })}{one.endedAt !== null && ` · ${t('pairings.ended', { time: plainDate(dayOf(one.endedAt), i18n.language), name: one.endedByName ?? '' })}`}</span>
      </header>
      <b className="small">{t('pairings.guides')}</b>
      {one.guides.length === 0 && <p className="soft small">{t('pairings.noGuides')}</p>}
      <ul className="plain stack tight">
        {one.guides.map((guide) => (
          <li key={guide.id} className="row" data-testid="guide" data-ended={guide.endedAt !== null}>
            <span>{guide.name} <span className="soft small">{t(`pairings.backgrounds.${guide.background}`)} · <span className="number">{guide.maskedContact}</span> · <Since guide={guide} /></span></span>
            {guide.endedAt === null && <Button compact look="plain" busy={release.isPending && release.variables === guide.id} onClick={() => release.mutate(guide.id)} data-testid="guide-release">{t('pairings.release')}</Button>}
          </li>
        ))}
      </ul>
      <Refused error={release.error ?? end.error} />
      {running && open === null && <div className="row"><Button compact look="quiet" onClick={() => setOpen('guide')} data-testid="guide-open">{t('pairings.add')}</Button><Button compact look="plain" onClick={() => setOpen('end')} data-testid="pairing-end">{t('pairings.end')}</Button></div>}
      {running && open === 'guide' && <NameGuide pairingId={one.id} done={() => setOpen(null)} />}
      {running && open === 'end' && (
        <div className="notice stop stack tight" role="alert">
          <span>{t('pairings.endSure')}</span>
          <div className="row"><Button compact look="stop" busy={end.isPending} onClick={() => end.mutate(undefined)} data-testid="pairing-end-yes">{t('pairings.yes')}</Button><Button compact look="plain" onClick={() => setOpen(null)}>{t('pairings.no')}</Button></div>
        </div>
      )}
    </section>
  )
}

function Since({ guide }: { guide: LegalGuideView }) {
  const { t, i18n } = useTranslation()
  const from = plainDate(dayOf(guide.from), i18n.language)
  return guide.endedAt === null ? t('pairings.guideFrom', { time: from }) : t('pairings.guideUntil', { from, to: plainDate(dayOf(guide.endedAt), i18n.language) })
}

function NameGuide({ pairingId, done }: { pairingId: string; done: () => void }) {
  const { t } = useTranslation()
  const [guide, setGuide] = useState<{ name: string; contact: string; background: GuideBackground }>({ name: '', contact: '', background: 'Judge' })
  const add = usePairingAct(() => api('POST /pairings/{pairingId}/guides', { path: { pairingId }, body: guide }), done)
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); add.mutate(undefined) }} data-testid="guide-form">
      <TextField label={t('pairings.name')} required maxLength={40} value={guide.name} onChange={(event) => setGuide({ ...guide, name: event.target.value })} data-testid="guide-name" />
      <TextField label={t('pairings.contact')} hint={t('pairings.contactHint')} required maxLength={254} value={guide.contact} onChange={(event) => setGuide({ ...guide, contact: event.target.value })} data-testid="guide-contact" />
      <Select label={t('pairings.background')} value={guide.background} onChange={(event) => setGuide({ ...guide, background: event.target.value as GuideBackground })} data-testid="guide-background">
        {backgrounds.map((each) => <option key={each} value={each}>{t(`pairings.backgrounds.${each}`)}</option>)}
      </Select>
      <Refused error={add.error} />
      <div className="row"><Button type="submit" compact busy={add.isPending} disabled={guide.name.trim() === '' || guide.contact.trim() === ''} data-testid="guide-add">{t('pairings.addSend')}</Button><Button compact look="plain" onClick={done}>{t('ui.close')}</Button></div>
    </form>
  )
}
