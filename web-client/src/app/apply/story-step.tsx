import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Select, TextArea, TextField } from '@/ui/field'
import { KindChoice } from './kind-choice'
import type { StepProps } from './step-props'

async function readOrganisations() {
  const [centres, subCentres] = await Promise.all([
    api('GET /organisations', { query: { kind: 'Centre', take: 100 } }),
    api('GET /organisations', { query: { kind: 'SubCentre', take: 100 } }),
  ])
  return [...centres, ...subCentres]
}

export function StoryStep({ application, change, wrong }: StepProps) {
  const { t } = useTranslation()
  const organisations = useQuery({ queryKey: ['organisations', 'centres'], queryFn: readOrganisations, staleTime: 600_000 })
  return (
    <>
      <KindChoice value={application.kind} onChange={(kind) => change({ kind })} wrong={wrong('kind')} />
      {(application.kind === 'Administrative' || application.kind === 'Family') && <p className="notice" data-testid="kind-note">{t(`apply.kindNote.${application.kind}`)}</p>}
      <TextField label={t('apply.titleLabel')} hint={t('apply.titleHint')} maxLength={120} value={application.title} wrong={wrong('title')} onChange={(event) => change({ title: event.target.value })} data-testid="title" />
      <TextArea label={t('apply.story')} hint={t('apply.storyHint')} maxLength={10_000} rows={7} value={application.whatHappened} wrong={wrong('whatHappened')} onChange={(event) => change({ whatHappened: event.target.value })} data-testid="story" />
      <Select label={t('apply.centre')} value={application.organisationId} wrong={wrong('organisationId')} onChange={(event) => change({ organisationId: event.target.value })} data-testid="organisation">
        <option value="">{t('apply.centreByDuty')}</option>
        {(organisations.data ?? []).map((organisation) => <option key={organisation.id} value={organisation.id}>{organisation.name}</option>)}
      </Select>
    </>
  )
}
