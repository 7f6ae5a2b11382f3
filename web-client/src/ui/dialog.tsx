import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

/** A modal dialog on the browser's own element: focus is kept inside, Esc closes. */
export function Dialog({ title, open, close, children, testId }: { title: string; open: boolean; close: () => void; children: ReactNode; testId?: string }) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  // The browser tells of an end a moment later; by then it may be open again.
  const closed = () => {
    if (!element.current?.open) close()
  }
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={closed} data-testid={open ? testId : undefined}>
      {open && (
        <div className="inside">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  )
}
