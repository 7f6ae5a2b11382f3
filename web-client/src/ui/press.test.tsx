import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Button } from './button'
import { Press } from './press'

/** A form whose one request is answered when the test says so, and that is empty again afterwards. */
function Sender({ send }: { send: () => Promise<void> }) {
  const [text, setText] = useState('words')
  const sending = useMutation({ mutationFn: send, onSuccess: () => setText('') })
  return (
    <form onSubmit={(event) => { event.preventDefault(); sending.mutate() }}>
      <input aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" busy={sending.isPending} disabled={text === ''}>Send</Button>
    </form>
  )
}

function open(wait: () => Promise<void>) {
  const send = vi.fn(wait)
  render(<StrictMode><QueryClientProvider client={new QueryClient()}><Sender send={send} /></QueryClientProvider></StrictMode>)
  return { send, user: userEvent.setup(), button: screen.getByRole('button') }
}

const answered = () => {
  let answer = () => {}
  const wait = new Promise<void>((resolve) => { answer = resolve })
  return { wait: () => wait, answer: () => act(async () => { answer(); await new Promise((later) => setTimeout(later, 20)) }) }
}

const attributes = (button: HTMLElement) => ['disabled', 'aria-disabled', 'aria-busy'].filter((name) => button.hasAttribute(name))

it('keeps the keyboard on it while it is at work, and afterwards', async () => {
  const { wait, answer } = answered()
  const { button, user, send } = open(wait)
  button.focus()
  await user.keyboard('{Enter}')
  await vi.waitFor(() => expect(attributes(button)).toEqual(['aria-disabled', 'aria-busy']))
  expect(document.activeElement).toBe(button)
  await user.keyboard('{Enter}')
  await answer()
  expect(send).toHaveBeenCalledTimes(1)
  // Nothing is left to be sent, and still it is not torn away from under the keyboard.
  expect(attributes(button)).toEqual(['aria-disabled'])
  expect(document.activeElement).toBe(button)
  await user.tab()
  expect(attributes(button)).toEqual(['disabled'])
})

it('sends once for a double click, even when the answer comes between the two', async () => {
  const { button, user, send } = open(() => Promise.resolve())
  await user.dblClick(button)
  await act(() => new Promise((later) => setTimeout(later, 20)))
  expect(send).toHaveBeenCalledTimes(1)
})

it('sends again when something was changed in between, however fast', async () => {
  const { button, user, send } = open(() => Promise.reject(new Error('refused')))
  await user.click(button)
  await act(() => new Promise((later) => setTimeout(later, 20)))
  await user.type(screen.getByLabelText('text'), '!')
  await user.click(button)
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2))
})

it('sends once for two clicks of the same moment', () => {
  const { button, send } = open(() => new Promise(() => {}))
  act(() => { button.click(); button.click() })
  return vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1))
})

it('lets no second press of Enter in a field through', async () => {
  const { send, user } = open(() => new Promise(() => {}))
  await user.type(screen.getByLabelText('text'), '{Enter}')
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1))
  await new Promise((later) => setTimeout(later, 450))
  await user.type(screen.getByLabelText('text'), '{Enter}')
  expect(send).toHaveBeenCalledTimes(1)
})

it('takes each press when it starts no request', async () => {
  const step = vi.fn()
  render(<Press onClick={step}>Next</Press>)
  await userEvent.dblClick(screen.getByRole('button'))
  expect(step).toHaveBeenCalledTimes(2)
})

it('is disabled like any other when nobody stands on it', () => {
  render(<><Press disabled>A</Press><Press busy>B</Press></>)
  expect(screen.getAllByRole('button').map(attributes)).toEqual([['disabled'], ['aria-disabled', 'aria-busy']])
})
