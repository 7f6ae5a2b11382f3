import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { CaseNotes } from '@/features/cases/notes/case-notes'
import { AgreementEditor } from '@/features/settlements/drafting/agreement-editor'
import { api } from '@/lib/api'
import { Icon } from '@/ui/icon'
import { late } from '@/ui/late'
import { Loading } from '@/ui/states'
import { CaseSide } from './case-side'
import type { SideOf } from './use-side'

const GuidanceSide = late(() => import('./guidance-side'))

interface Props {
  side: SideOf
  /** Counts requests for it; each brings the keyboard here. */
  called: number
  rooms: readonly RoomView[]
  choose: (caseId: string, which: SideOf['which']) => void
  close: () => void
}

/** The case's papers or its agreement, beside the rooms. */
export function Side({ side, called, rooms, choose, close }: Props) {
  const { t } = useTranslation()
  const head = useRef<HTMLElement>(null)
  useEffect(() => {
    if (called > 0) head.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }, [called])
  const { caseId, which } = side
  const guidance = useQuery({ queryKey: ['guidance', caseId], queryFn: () => api('GET /cases/{caseId}/guidance', { path: { caseId } }), retry: false })
  const news = (guidance.data?.questions ?? []).filter((one) => one.state === 'Answered' || one.state === 'AskedBack').length
  return (
    <aside className="console-side" data-testid="side" data-which={which} aria-label={t('console.side.label')}>
      <header className="side-head" ref={head}>
        <div className="switch-bar" role="tablist">
          {(['case', 'agreement', 'notes', 'guidance'] as const).map((tab) => <button key={tab} type="button" role="tab" aria-selected={which === tab} onClick={() => choose(caseId, tab)} data-testid={`side-tab-${tab}`}>{t(`console.side.${tab}`)}{tab === 'guidance' && news > 0 && <span className="badge count">{news}</span>}</button>)}
        </div>
        <button type="button" className="pane-close" onClick={close} aria-label={t('ui.close')} data-testid="side-close"><Icon name="cross" size={18} /></button>
      </header>
      <div className="side-body">
        {which === 'case'
          ? <CaseSide key={caseId} caseId={caseId} close={close} />
          : which === 'guidance' ? <Suspense fallback={<Loading />}><GuidanceSide key={caseId} caseId={caseId} rooms={rooms} /></Suspense>
          : which === 'notes' ? <CaseNotes key={caseId} caseId={caseId} />
          : <AgreementEditor key={caseId} caseId={caseId} roomIds={rooms.filter((room) => room.caseId === caseId).map((room) => room.id)} />}
      </div>
    </aside>
  )
}
