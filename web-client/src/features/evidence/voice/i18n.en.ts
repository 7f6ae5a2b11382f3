import type { Texts } from '@/lib/texts'
import type { voiceNote as zh } from './i18n.zh'

export const voiceNote: Texts<typeof zh> = {
  title: 'Record a voice note',
  lead: 'Two minutes at most. After “Start recording” your browser asks whether the microphone may be used; choose “Allow”. Listen to it first, then decide whether to send it.',
  start: 'Start recording', stop: 'Done', again: 'Record again', send: 'Send the voice note',
  recording: 'Recording {{time}} of 2:00', listen: 'Listen to it', name: 'voice {{minutes}}m{{seconds}}s',
  denied: 'The browser did not allow the microphone. Allow it in the browser’s settings for this site and try again.',
  missing: 'No microphone was found.', unsupported: 'This browser cannot record. Open the page in your phone’s own browser, or write instead.', failed: 'The recording failed; please try again.',
}
