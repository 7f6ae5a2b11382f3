import { useTranslation } from 'react-i18next'
import type { DisputeKind } from '@/contracts/realtime'

const kinds: DisputeKind[] = ['LabourWages', 'LabourOther', 'Contract', 'Loan', 'ConsumerPurchase', 'Property', 'Neighbour', 'Family', 'Tort', 'Traffic', 'Medical', 'Maritime', 'Commercial', 'Administrative', 'Other']

export function KindChoice({ value, onChange, wrong }: { value: DisputeKind | null; onChange: (kind: DisputeKind) => void; wrong: string | null }) {
  const { t } = useTranslation()
  return (
    <fieldset className="field">
      <legend>{t('apply.kind')}</legend>
      {wrong && <span className="wrong" role="alert">{wrong}</span>}
      <div className="kinds">
        {kinds.map((kind) => (
          <label className="choice" key={kind}>
            <input type="radio" name="kind" checked={value === kind} onChange={() => onChange(kind)} data-testid={`kind-${kind}`} />
            <span>{t(`network.disputeKind.${kind}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
