import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react'

interface Labelled {
  label: ReactNode
  hint?: ReactNode
  wrong?: string | null | undefined
}

function Frame({ id, label, hint, wrong, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {children}
      {wrong ? <span className="wrong" id={`${id}-wrong`} role="alert">{wrong}</span> : null}
    </div>
  )
}

const described = (id: string, { hint, wrong }: Labelled) => ({
  'aria-invalid': wrong ? true : undefined,
  'aria-describedby': [hint !== undefined ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined,
})

export function TextField({ label, hint, wrong, className, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} wrong={wrong}>
      <input id={id} className={`input ${className ?? ''}`} {...(rest.type === 'date' && { max: lastDay })} {...described(id, { label, hint, wrong })} {...rest} />
    </Frame>
  )
}

/** Without it browsers take years of six digits, and whoever types goes on in the year. */
const lastDay = '9999-12-31'

export function TextArea({ label, hint, wrong, className, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} wrong={wrong}>
      <textarea id={id} className={`input ${className ?? ''}`} {...described(id, { label, hint, wrong })} {...rest} />
    </Frame>
  )
}

export function Select({ label, hint, wrong, children, ...rest }: Labelled & InputHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} wrong={wrong}>
      <select id={id} className="input" {...described(id, { label, hint, wrong })} {...rest}>{children}</select>
    </Frame>
  )
}

export function Choice({ children, type = 'radio', ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="choice">
      <input type={type} {...rest} />
      <span>{children}</span>
    </label>
  )
}
