import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgreementView } from '@/contracts/realtime'

/** An act on the agreement answers with it as it is now. */
export function useAgreementAct<Input>(caseId: string, act: (input: Input) => Promise<AgreementView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['agreement', caseId], view)
      void queries.invalidateQueries({ queryKey: ['case', caseId] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['agreement', caseId] }),
  })
}
