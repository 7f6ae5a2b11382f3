import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { bodyOf, bodyType, type EntryProps } from '@/features/rooms'
import { fullTime } from '@/lib/time'

interface AgreementBody {
  version?: number
  name?: string
  reason?: string | null
  effectiveAt?: string
  verificationCode?: string
  place?: string
}

/** A step of the agreement, told in the room, with the way to it. */
export function AgreementEntry({ entry, room }: EntryProps) {
  const { t, i18n } = useTranslation()
  const body = bodyOf<AgreementBody>(entry)
  const type = bodyType(entry)
  const caseId = room.snapshot?.room.caseId
  const sentence =
    type === 'agreement-frozen' ? t('settlements.entry.frozen', { version: body.version ?? '' })
    : type === 'agreement-signed' ? t('settlements.entry.signed', { name: body.name ?? entry.authorName })
    : type === 'agreement-declined' ? t('settlements.entry.declined', { name: body.name ?? entry.authorName, reason: body.reason ?? '' })
    : type === 'agreement-reopened' ? t('settlements.entry.reopened')
    : type === 'paper-fixed' ? t('settlements.entry.paperFixed')
    : type === 'paper-reopened' ? t('settlements.entry.paperReopened')
    : type === 'paper-signed' ? t('settlements.entry.paperSigned', { place: body.place ?? '' })
    : type === 'outcome-ready' ? t('settlements.entry.ready')
    : type === 'outcome-stamped' ? t('settlements.entry.stamped')
    : t('settlements.entry.effective', { time: body.effectiveAt ? fullTime(body.effectiveAt, i18n.language) : '', code: body.verificationCode ?? '' })
  const step = type === 'paper-fixed' ? 'settlements.toPaper' : type === 'agreement-frozen' ? 'settlements.toSign' : type === 'agreement-effective' || type === 'outcome-ready' || type === 'outcome-stamped' ? 'settlements.toOutcome' : null
  return (
    <div className={`notice ${type === 'agreement-effective' ? 'good' : type === 'agreement-declined' ? 'stop' : ''}`} data-testid={type}>
      <span>{sentence}</span>
      {caseId && step && <Link to={`/sign/${caseId}`} data-testid="to-sign">{t(step)}</Link>}
    </div>
  )
}
