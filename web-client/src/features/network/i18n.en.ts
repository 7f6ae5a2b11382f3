import type { Texts } from '@/lib/texts'
import type { network as zh } from './i18n.zh'

export const network: Texts<typeof zh> = {
  disputeKind: {
    LabourWages: 'Unpaid wages', LabourOther: 'Other employment matter', Contract: 'Contract', Loan: 'Loan', ConsumerPurchase: 'Purchase', Property: 'Property management', Neighbour: 'Neighbours', Family: 'Family',
    Tort: 'Injury or damage', Traffic: 'Traffic accident', Medical: 'Medical', Maritime: 'Maritime', Commercial: 'Commercial', Administrative: 'Administrative', Other: 'Other',
  },
  pool: { General: 'general', Special: 'specialist', Expert: 'expert' },
  free: 'free of charge',
  fee: 'charges a fee',
  load: '{{open}} open cases of at most {{capacity}}',
  full: 'fully booked',
  away: 'away until {{day}}',
}
