import type { ButtonHTMLAttributes } from 'react'
import { Link, type LinkProps } from 'react-router'

export type ButtonLook = 'main' | 'quiet' | 'plain' | 'stop'

interface Look {
  look?: ButtonLook
  whole?: boolean
  compact?: boolean
}

const classes = ({ look = 'main', whole, compact }: Look, more?: string) =>
  ['button', look === 'main' ? '' : look, whole ? 'whole' : '', compact ? 'compact' : '', more ?? ''].filter(Boolean).join(' ')

export function Button({ look, whole, compact, busy, className, disabled, children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean }) {
  return (
    <button type="button" {...rest} disabled={disabled === true || busy === true} aria-busy={busy} className={classes({ look, whole, compact }, className)}>
      {children}
    </button>
  )
}

export function ButtonLink({ look, whole, compact, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={classes({ look, whole, compact }, className)} />
}
