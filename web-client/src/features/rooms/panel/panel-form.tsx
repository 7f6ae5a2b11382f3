import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { useEngine } from '@/realtime'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/field'
import { Failed, Loading, Refused } from '@/ui/states'

interface Props {
  caseId: string
  inside: boolean
  opened: (roomId: string) => void
  close: () => void
}

/** Which colleagues; and in words what they will see and who will never learn of it. */
export function PanelForm({ caseId, inside, opened, close }: Props) {
  const { t } = useTranslation()
  const engine = useEngine()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const queryKey = ['panel', caseId]
  const path = { caseId }
  const panel = useQuery({ queryKey, queryFn: () => api('GET /cases/{caseId}/panel', { path }), staleTime: 0 })
  const go = async (roomId: string) => {
    await engine.refreshList() // the desk holds only rooms that the list knows
    opened(roomId)
  }
  const ask = useMutation({
    mutationFn: () => api('POST /cases/{caseId}/panel', { path, body: { mediatorIds: [...chosen] } }),
    onSuccess: (view) => {
      queries.setQueryData(queryKey, view)
      if (view.roomId !== null) void go(view.roomId)
    },
  })
  if (panel.isPending) return <Loading />
  if (panel.isError) return <Failed error={panel.error} retry={() => void panel.refetch()} />
  const { roomId, colleagues } = panel.data
  const free = colleagues.filter((one) => !one.inPanel)
  const seated = colleagues.filter((one) => one.inPanel)
  const choose = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); ask.mutate() }} data-testid="panel-form">
      <p>{t('panel.lead')}</p>
      <p className="notice">{t('panel.secret')}</p>
      {seated.length > 0 && <p className="small" data-testid="panel-seated">{t('panel.seated', { names: seated.map((one) => one.name).join(t('ui.comma')) })}</p>}
      {free.length === 0
        ? <p className="soft" data-testid="panel-nobody">{t(colleagues.length === 0 ? 'panel.nobody' : 'panel.all')}</p>
        : (
            <fieldset className="guest-choices panel-choices">
              <legend>{t('panel.whom')}</legend>
              {free.map((one) => <Choice key={one.mediatorId} type="checkbox" checked={chosen.includes(one.mediatorId)} onChange={() => choose(one.mediatorId)} data-testid="panel-colleague" data-name={one.name}>{one.name}</Choice>)}
            </fieldset>
          )}
      <Refused error={ask.error} />
      <div className="row">
        {free.length > 0 && <Button type="submit" busy={ask.isPending} disabled={chosen.length === 0 || chosen.length > 10} data-testid="panel-ask">{t(roomId === null ? 'panel.ask' : 'panel.askMore')}</Button>}
        {roomId !== null && !inside && <Button look="quiet" onClick={() => void go(roomId)} data-testid="panel-go">{t('panel.go')}</Button>}
        <Button look="plain" onClick={close}>{t('ui.close')}</Button>
      </div>
    </form>
  )
}
