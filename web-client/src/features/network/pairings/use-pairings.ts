import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OrganisationKind, PairingView } from '@/contracts/realtime'
import { api } from '@/lib/api'

const key = ['pairings']

export const usePairings = () => useQuery({ queryKey: key, queryFn: () => api('GET /pairings') })

/** One act on the pairings; the list is asked again whatever came of it. */
export function usePairingAct<Input>(act: (input: Input) => Promise<PairingView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => done?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Whose people give guidance. */
export const guiding: readonly OrganisationKind[] = ['Court', 'PoliceStation', 'JusticeOffice', 'LawFirm', 'LegalService']

export function useOrganisations(search: string, guides: boolean) {
  return useQuery({
    queryKey: ['organisations', search, guides],
    queryFn: async () => {
      const asked = guides ? await Promise.all(guiding.map((kind) => api('GET /organisations', { query: { kind, search, take: 50 } }))) : [await api('GET /organisations', { query: { search, take: 50 } })]
      return asked.flat().filter((one) => guides === guiding.includes(one.kind))
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
}
