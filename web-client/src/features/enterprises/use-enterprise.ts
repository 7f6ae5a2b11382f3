import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EnterpriseView, GrantMandateRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useEnterprises = () => useQuery({ queryKey: ['enterprises'], queryFn: () => api('GET /enterprises') })

export const useEnterprise = (id: string) =>
  useQuery({ queryKey: ['enterprise', id], queryFn: () => api('GET /enterprises/{id}', { path: { id } }) })

/** An act of the enterprise answers with the enterprise as it is now, or with nothing when the caller ended his own mandate. */
function useEnterpriseAct<Input>(id: string, act: (input: Input) => Promise<EnterpriseView | undefined>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      if (view) queries.setQueryData(['enterprise', id], view)
      else void queries.invalidateQueries({ queryKey: ['enterprise', id] })
      void queries.invalidateQueries({ queryKey: ['enterprises'] })
    },
  })
}

export const useGrant = (id: string) =>
  useEnterpriseAct(id, (body: GrantMandateRequest) => api('POST /enterprises/{id}/mandates', { path: { id }, body }))

export const useRevoke = (id: string) =>
  useEnterpriseAct(id, (mandateId: string) => api('POST /enterprises/{id}/mandates/revoke', { path: { id }, body: { mandateId } }))
