import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

interface Props {
  label: string
  testId: string
  children: ReactNode
}

/**
 * A button, and under it what else can be done. What is chosen there may ask something in a dialog of its own, which stands at
 * the same place of the tree: so the list is hidden when it is shut, not taken away.
 */
export function ActMenu({ label, testId, children }: Props) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const put = useCallback(() => {
    if (trigger.current && panel.current) place(panel.current, trigger.current.getBoundingClientRect())
  }, [])

  useLayoutEffect(() => {
    if (!open) return
    put()
    itemsOf(panel.current)[0]?.focus()
  }, [open, put])
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target) && !trigger.current?.contains(event.target)) setOpen(false)
    }
    // Only of what carries the button along: the talk below it scrolls by itself with each line that comes.
    const scrolled = (event: Event) => {
      if (event.target instanceof Node && event.target.contains(trigger.current)) setOpen(false)
    }
    for (const name of ['pointerdown', 'focusin'] as const) document.addEventListener(name, outside, true)
    document.addEventListener('scroll', scrolled, true)
    window.addEventListener('resize', put)
    return () => {
      for (const name of ['pointerdown', 'focusin'] as const) document.removeEventListener(name, outside, true)
      document.removeEventListener('scroll', scrolled, true)
      window.removeEventListener('resize', put)
    }
  }, [open, put])

  const keyDown = (event: KeyboardEvent) => {
    if (!open || inDialog(event.target)) return
    const items = itemsOf(panel.current)
    const at = items.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') trigger.current?.focus()
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus()
    else if (event.key === 'Home' || event.key === 'End') items.at(event.key === 'Home' ? 0 : -1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') setOpen(false)
  }
  // Before the act itself: a dialog that opens now gives the keyboard back to the button.
  const chosen = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || inDialog(event.target) || event.target.closest('button') === null) return
    trigger.current?.focus()
    setOpen(false)
  }
  return (
    <div className="act-menu" onKeyDown={keyDown}>
      <button ref={trigger} type="button" className="button small-button quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} data-testid={testId}>
        {label} <span aria-hidden="true">▾</span>
      </button>
      <div ref={panel} id={id} className="act-panel" data-open={open} onClickCapture={chosen}>{children}</div>
    </div>
  )
}

/** Acts of one kind, under their name; not there when it has none. */
export function ActGroup({ name, children }: { name: string; children: ReactNode }) {
  return <div className="act-group" role="group" aria-label={name}><p className="act-group-name" aria-hidden="true">{name}</p>{children}</div>
}

const inDialog = (target: EventTarget) => target instanceof Element && target.closest('dialog') !== null
const itemsOf = (panel: HTMLElement | null) => [...(panel?.querySelectorAll<HTMLElement>('button:enabled, select') ?? [])].filter((item) => !inDialog(item))

/** Under the button when there is room, else above it; always within the window. */
function place(panel: HTMLElement, under: DOMRect): void {
  const [width, height, edge] = [panel.offsetWidth, panel.scrollHeight, 8]
  const below = window.innerHeight - under.bottom - edge
  const above = under.top - edge
  const most = Math.max(below, above)
  panel.style.maxHeight = `${most}px`
  panel.style.top = `${below >= Math.min(height, above) ? under.bottom + 4 : Math.max(edge, under.top - Math.min(height, most) - 4)}px`
  panel.style.left = `${Math.max(edge, Math.min(under.left, window.innerWidth - width - edge))}px`
}
