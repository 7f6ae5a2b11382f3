import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { inConfidence } from '@/features/rooms/in-confidence'
import { roomMark, type RoomSide, type WrongRoomGuard } from '@/features/rooms/wrong-room-guard'
import { useEngine } from '@/realtime'

/** Something about to land in a room, held until the mediator has said that it belongs there. */
export interface Crossing {
  /** The private talk it comes from; null for files from elsewhere. */
  readonly from: RoomSide | null
  readonly text: string
  readonly go: () => void
}

/**
 * Watches what is carried out of and into one pane by clipboard or by dragging. Words of a caucus on their way into another
 * room ask first; so do dropped files while several rooms are open, for a drop is aimed by hand.
 */
export function useCrossingGuard(guard: WrongRoomGuard, room: RoomSide, all: readonly RoomSide[], sendFiles: (files: File[]) => void, askForFiles: boolean) {
  const engine = useEngine()
  const [crossing, setCrossing] = useState<Crossing | null>(null)

  const carriedOut = (data: DataTransfer): string => {
    const text = selectedText()
    if (inConfidence(room.kind)) data.setData(roomMark, room.id)
    guard.copied(room, text)
    return text
  }
  const files = (given: File[], mark: string) => {
    const from = all.find((one) => one.id === mark && inConfidence(one.kind) && one.id !== room.id) ?? null
    if (given.length === 0) return
    if (!askForFiles && !from) sendFiles(given)
    else setCrossing({ from, text: given.map((file) => file.name).join('\n'), go: () => sendFiles(given) })
  }
  /** True when it has to be asked first. */
  const held = (data: DataTransfer, area: HTMLTextAreaElement | null): boolean => {
    const text = data.getData('text/plain')
    const from = guard.pastedFrom(room, text, data.getData(roomMark), all)
    if (!from) return false
    const [start, end] = [area?.selectionStart ?? Infinity, area?.selectionEnd ?? Infinity]
    setCrossing({
      from, text,
      go: () => {
        const now = engine.drafts.texts.get()[room.id] ?? ''
        engine.drafts.write(room.id, now.slice(0, start) + text + now.slice(end))
      },
    })
    return true
  }

  return {
    crossing,
    settle: (goes: boolean) => {
      if (goes) crossing?.go()
      setCrossing(null)
    },
    /** On the pane: whatever is copied, cut or dragged out of it carries its origin. */
    pane: {
      onCopy: (event: ClipboardEvent) => {
        const text = carriedOut(event.clipboardData)
        if (text === '' || event.target instanceof HTMLTextAreaElement) return
        event.clipboardData.setData('text/plain', text)
        event.preventDefault() // else the browser fills the clipboard itself and drops the mark
      },
      onCut: (event: ClipboardEvent) => void carriedOut(event.clipboardData),
      onDragStart: (event: DragEvent) => void carriedOut(event.dataTransfer),
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault()
          files([...event.dataTransfer.files], event.dataTransfer.getData(roomMark))
        } else if (held(event.dataTransfer, event.target instanceof HTMLTextAreaElement ? event.target : null)) {
          event.preventDefault()
        }
      },
    },
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const given = [...event.clipboardData.files]
      if (given.length > 0) {
        event.preventDefault()
        sendFiles(given)
      } else if (held(event.clipboardData, event.currentTarget)) {
        event.preventDefault()
      }
    },
  }
}

function selectedText(): string {
  const focused = document.activeElement
  if (focused instanceof HTMLTextAreaElement && focused.selectionStart !== focused.selectionEnd) return focused.value.slice(focused.selectionStart, focused.selectionEnd)
  return String(window.getSelection() ?? '')
}
