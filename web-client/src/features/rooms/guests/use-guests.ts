import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GuestView } from '@/contracts/realtime'
import { api } from '@/lib/api'

/** The guests of a case that the caller may know of; null: this room has no case, or he is a guest himself. */
export const useGuests = (caseId: string | null) =>
  useQuery({ queryKey: ['guests', caseId], queryFn: () => api('GET /cases/{caseId}/guests', { path: { caseId: caseId ?? '' } }), enabled: caseId !== null })

/** An act on a guest answers with all of the case as they are now. */
export function useGuestAct<Input>(caseId: string, act: (input: Input) => Promise<GuestView[]>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (guests) => {
      queries.setQueryData(['guests', caseId], guests)
      done?.()
    },
  })
}
