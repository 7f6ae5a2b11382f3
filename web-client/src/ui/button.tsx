import { Link, type LinkProps } from 'react-router'
import { Press, type PressProps } from './press'

export type ButtonLook = 'main' | 'quiet' | 'plain' | 'stop'

interface Look {
  look?: ButtonLook
  whole?: boolean
  compact?: boolean
}

const classes = ({ look = 'main', whole, compact }: Look, more?: string) =>
  ['button', look === 'main' ? '' : look, whole ? 'whole' : '', compact ? 'compact' : '', more ?? ''].filter(Boolean).join(' ')

export function Button({ look, whole, compact, className, ...rest }: PressProps & Look) {
  return <Press {...rest} className={classes({ look, whole, compact }, className)} />
}

export function ButtonLink({ look, whole, compact, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={classes({ look, whole, compact }, className)} />
}
