import { useMutation } from '@tanstack/react-query'
import type { RoomHub } from '@/contracts/realtime'
import { refusalFromHub, Unreachable } from '@/lib/refusal'
import { useEngine } from '@/realtime'

/** An act of the presiding mediator over the hub. What it changed comes back as an event like everybody's. */
export function usePresiding() {
  const engine = useEngine()
  return useMutation({
    mutationFn: async (act: (hub: RoomHub) => Promise<unknown>) => {
      try {
        return await act(engine.hub())
      } catch (error) {
        throw refusalFromHub(error) ?? new Unreachable(error)
      }
    },
  })
}

export type Presiding = ReturnType<typeof usePresiding>
