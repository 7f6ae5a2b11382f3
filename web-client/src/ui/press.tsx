import { useRef, useState, type ButtonHTMLAttributes, type FocusEvent, type MouseEvent } from 'react'

export interface PressProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Given by whatever starts a request: true until it has been answered. */
  busy?: boolean | undefined
}

/** Presses of one button within so many ms are one: a double click or a hand that shakes; a key does not shake. */
const oneStroke = { hand: 400, key: 50 }

/**
 * A button under which the keyboard stays. A browser takes the focus away from what becomes `disabled`, and a screen reader
 * then begins at the top of the page again. So while it is busy, and as long as somebody stands on it, it is `aria-disabled`
 * instead, and takes no press.
 */
export function Press({ busy, disabled = false, onClick, onFocus, onBlur, ...rest }: PressProps) {
  const [stoodOn, setStoodOn] = useState(false)
  const last = useRef(-Infinity)
  const rests = disabled || busy === true
  const gone = disabled && busy !== true && !stoodOn

  const press = (event: MouseEvent<HTMLButtonElement>) => {
    const again = busy !== undefined && event.timeStamp - last.current < (event.detail > 0 ? oneStroke.hand : oneStroke.key)
    if (rests || again) {
      // Also of a form: Enter in a field of it presses its button.
      event.preventDefault()
      event.stopPropagation()
      return
    }
    last.current = event.timeStamp
    onClick?.(event)
  }
  const focus = (event: FocusEvent<HTMLButtonElement>) => {
    setStoodOn(true)
    onFocus?.(event)
  }
  const blur = (event: FocusEvent<HTMLButtonElement>) => {
    // When the whole window loses the focus, it comes back to here.
    if (document.activeElement !== event.currentTarget) {
      setStoodOn(false)
      last.current = -Infinity // whoever has been elsewhere since means it
    }
    onBlur?.(event)
  }
  return (
    <button
      type="button" {...rest} disabled={gone} aria-disabled={(rests && !gone) || undefined} aria-busy={busy === true || undefined}
      onClick={press} onFocus={focus} onBlur={blur}
    />
  )
}
