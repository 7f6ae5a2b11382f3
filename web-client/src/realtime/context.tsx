import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { api } from '@/lib/api'
import { RoomEngine } from './engine'
import { buildLine } from './signalr-line'

const EngineContext = createContext<RoomEngine | null>(null)

/** The engine of the signed-in person; another person gets another one. */
export function RealtimeProvider({ personId, engine: given, children }: { personId: string; engine?: RoomEngine; children: ReactNode }) {
  const [engine] = useState(() => given ?? new RoomEngine({ personId, build: buildLine, listRooms: () => api('GET /rooms') }))
  useEffect(() => engine.start(), [engine])
  return <EngineContext.Provider value={engine}>{children}</EngineContext.Provider>
}

export function useEngine(): RoomEngine {
  const engine = useContext(EngineContext)
  if (!engine) throw new Error('RealtimeProvider is missing above')
  return engine
}
