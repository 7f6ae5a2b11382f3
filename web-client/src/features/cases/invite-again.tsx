import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartyView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

/** Sends an invitation once more; to another contact when the first was wrong or not known. */
export function InviteAgain({ caseId, party }: { caseId: string; party: PartyView }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [contact, setContact] = useState('')
  const sending = useMutation({
    mutationFn: () => api('POST /cases/{id}/invitations/{partyId}', { path: { id: caseId, partyId: party.id }, body: { contact: contact.trim() || null } }),
    onSuccess: async () => {
      setOpen(false)
      setContact('')
      await queries.invalidateQueries({ queryKey: ['case', caseId] })
    },
  })
  const unknown = party.maskedContact === ''
  if (!open) {
    return (
      <Button look="plain" compact onClick={() => setOpen(true)} data-testid="invite-again">
        {t(unknown ? 'cases.again.give' : 'cases.again.open')}
      </Button>
    )
  }
  return (
    <form className="stack tight grow" onSubmit={(event) => { event.preventDefault(); sending.mutate() }} data-testid="invite-again-form">
      {(unknown || party.personId === null) && (
        <TextField label={t('cases.again.contact')} hint={unknown ? t('cases.again.unknown') : t('cases.again.same', { contact: party.maskedContact })} required={unknown} inputMode="email" value={contact} onChange={(event) => setContact(event.target.value)} />
      )}
      <Refused error={sending.error} />
      <div className="row">
        <Button type="submit" compact busy={sending.isPending}>{t('cases.again.send')}</Button>
        <Button look="plain" compact onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
