import { useRef, type AriaAttributes, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { useComposer, type RoomHandle } from '@/realtime'
import { Icon } from '@/ui/icon'
import { Press } from '@/ui/press'
import { Refused } from '@/ui/states'
import { quoteOf } from './message-row'
import { SeenBy } from './seen-by'
import { useRoomName } from './use-room-name'
import { waitsFor } from './waiting-card'

const longest = 4_000

/** Something that helps with the writing: it sees keys first and may show what it has above the line. */
export interface ComposerAssist {
  /** True when the key was meant for it. */
  readonly keyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
  /** Told where the caret stands. */
  readonly caret: (at: number) => void
  readonly above: ReactNode
  readonly aria: Pick<AriaAttributes, 'aria-autocomplete' | 'aria-controls' | 'aria-activedescendant'>
}

export interface ComposerProps {
  room: RoomHandle
  replyTo?: EntryView | null
  onReplyDone?: () => void
  /** Set while sending is held back (a pane has just been switched). */
  locked?: boolean
  /** Called instead of sending at once, e.g. to offer five seconds of undo; it must call `send` itself. */
  guard?: (send: () => Promise<void>) => void
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  /** Buttons before the text: attach, propose … */
  tools?: ReactNode
  /** What the send button says; without it, into which room. */
  sendLabel?: ReactNode
  assist?: ComposerAssist
  autoFocus?: boolean
  /** A WaitingCard above already says why nothing can be said. */
  waitingShown?: boolean
}

/** Where one writes. Above it, before anything is sent: who will see it. On the button: into which room. */
export function Composer({ room, replyTo = null, onReplyDone, locked = false, guard, onPaste, tools, sendLabel, assist, autoFocus, waitingShown = false }: ComposerProps) {
  const { t } = useTranslation()
  const names = useRoomName()
  const composer = useComposer(room.roomId)
  const area = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  const view = room.snapshot
  if (!view) return null
  const name = names.name(view.room)
  const tooLong = composer.draft.length > longest
  const mayWrite = view.mayPost && !room.revoked
  const maySend = mayWrite && !locked && !tooLong && composer.draft.trim() !== ''

  const send = async () => {
    await composer.send(replyTo?.sequence ?? null)
    onReplyDone?.()
    // Whoever has gone on to write elsewhere meanwhile is not called back.
    const now = document.activeElement
    if (now === null || now === document.body || area.current?.form?.contains(now)) area.current?.focus()
  }
  const submit = () => {
    if (maySend) if (guard) guard(send); else void send()
  }
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!composing.current && assist?.keyDown(event)) return
    // Safari ends the composition before this key arrives, hence the flag that outlives it by a moment.
    // While an input method composes, Enter chooses a word (its key is then 'Process' in some browsers).
    if (event.key !== 'Enter' || event.shiftKey || composing.current || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }

  return (
    <form className="composer no-print" data-colour={view.room.colour} data-kind={view.room.kind} onSubmit={(event) => { event.preventDefault(); submit() }} data-testid="composer">
      {composer.storageFailed && <p className="notice wait small" role="status">{t('rooms.storageFailed')}</p>}
      {composer.returned && <div data-testid="returned"><Refused error={composer.returned} /><p className="small soft">{t('rooms.returned')} <button type="button" className="link" onClick={composer.dismissReturned}>{t('ui.close')}</button></p></div>}
      <SeenBy names={view.seenBy} kind={view.room.kind} />
      {replyTo && <p className="composer-reply"><span>{t('rooms.replying', { name: replyTo.authorName })} {quoteOf(replyTo, t('rooms.attachment'))}</span><button type="button" className="link" onClick={onReplyDone}>{t('ui.cancel')}</button></p>}
      {assist?.above}
      <div className="composer-line">
        {tools && <div className="composer-tools">{tools}</div>}
        <textarea
          ref={area} className="input" rows={1} value={composer.draft} aria-label={t('rooms.write', { room: name })} autoFocus={autoFocus} {...assist?.aria}
          placeholder={mayWrite ? t('rooms.placeholder') : t('rooms.placeholderClosed')} data-testid="draft"
          onSelect={(event) => assist?.caret(event.currentTarget.selectionEnd)}
          onChange={(event) => { composer.setDraft(event.target.value); assist?.caret(event.target.selectionEnd); composer.typing(event.target.value !== '') }}
          onBlur={() => composer.typing(false)} onKeyDown={keyDown} onPaste={onPaste}
          onCompositionStart={() => (composing.current = true)} onCompositionEnd={() => setTimeout(() => (composing.current = false))}
        />
        <Press type="submit" className="button send" disabled={!maySend} data-testid="send">
          <Icon name="send" size={18} /><span>{sendLabel ?? names.sendTo(view.room)}</span>
        </Press>
      </div>
      {tooLong && <p className="wrong small" role="alert">{t('rooms.tooLong', { count: composer.draft.length - longest })}</p>}
      {!mayWrite && !(waitingShown && waitsFor(view)) && <WhyNot code={view.refusalCode} />}
    </form>
  )
}

const reasons = ['rooms.not-admitted', 'rooms.not-open', 'rooms.closed', 'rooms.mediator-absent', 'rooms.may-not-speak'] as const

function WhyNot({ code }: { code: string | null }) {
  const { t } = useTranslation()
  const reason = reasons.find((known) => known === code)
  return <p className="small why-not" role="status" data-testid="why-not" data-code={code}><Icon name="clock" size={18} /> {t(reason ? `rooms.why.${reason.slice(6) as 'closed'}` : 'rooms.why.other')}</p>
}
