import { useEffect, useId, useRef, type ReactNode } from 'react'

/** A modal dialog on the browser's own element: focus is kept inside, Esc closes. */
export function Dialog({ title, open, close, children, testId }: { title: string; open: boolean; close: () => void; children: ReactNode; testId?: string }) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={close} data-testid={open ? testId : undefined}>
      {open && (
        <div className="inside">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  )
}
