import { createContext, useContext, type ComponentType } from 'react'
import type { EntryView } from '@/contracts/realtime'
import type { RoomNow } from '@/realtime'

export interface EntryProps {
  entry: EntryView
  room: RoomNow
}

/** How an entry is shown, by the `type` of its body. Higher features add theirs; the list itself knows only text and system entries. */
export type EntryRenderers = Readonly<Record<string, ComponentType<EntryProps>>>

const RenderersContext = createContext<EntryRenderers>({})

export const EntryRenderersProvider = RenderersContext.Provider
export const useEntryRenderers = () => useContext(RenderersContext)
