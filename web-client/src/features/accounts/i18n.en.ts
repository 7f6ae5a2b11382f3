import type { Texts } from '@/lib/texts'
import type { accounts as zh } from './i18n.zh'

export const accounts: Texts<typeof zh> = {
  title: 'Go to my cases',
  lead: 'Use the mobile number (or e-mail address) you applied or were invited with. We send a code; there is no password.',
  contact: 'Mobile number or e-mail',
  contactHint: 'For a number outside mainland China, add the country code, e.g. +82…',
  sendCode: 'Send me a code',
  code: 'Six-digit code',
  codeSent: 'Sent to {{to}}; valid for {{minutes}} minutes.',
  enter: 'Enter',
  again: 'Send a new code',
  againIn: 'Ask again in {{seconds}} s',
  otherContact: 'Use another number or e-mail',
  firstTime: 'First time here? Enter your name',
  name: 'Name',
  passkey: 'Enter with fingerprint, face or security key',
  offer: 'Next time, enter with your fingerprint or face, without waiting for a code.',
  offerYes: 'Set up on this device',
  staffHere: 'Are you a mediator or a member of staff?',
  staff: 'Staff sign-in',
  staffTitle: 'Staff sign-in',
  staffLead: 'For mediators, centre staff and enterprise butlers.',
  userName: 'User name',
  password: 'Password',
  staffEnter: 'Sign in',
  outbox: { title: 'Outbox (development)', lead: 'What would have gone out by SMS or mail. It exists in development only.', none: 'Nothing has been sent yet' },
}
