import type { Texts } from '@/lib/texts'
import type { device as zh } from './i18n.zh'

export const device: Texts<typeof zh> = {
  title: 'This device',
  newVersion: { text: 'There is a new version of these pages. Anything you have not finished writing is kept.', load: 'Open it', later: 'Later' },
  offline: {
    title: 'You are offline',
    text: 'Cases and rooms are not stored on this device; you will see them when the network is back. What you wrote but have not sent is here:',
    again: 'Try again',
    draft: 'Not sent',
    unsent: 'Waiting: it is sent by itself when you open the room with a network again ({{time}})',
    nothing: 'There is nothing unsent on this device.',
    hotline: 'If it is urgent, call the centre.',
  },
  install: { text: 'Add this to your home screen and open it like an app. Without a network it shows what you have not sent.', yes: 'Add to home screen', ios: 'To add this to your home screen: tap “Share” in the browser, then “Add to Home Screen”.' },
  push: {
    text: 'Alert me to new messages while the page is closed. The alert only says that there is a message: no names, no content.',
    yes: 'Turn alerts on', no: 'Turn alerts off', on: 'This device is alerted to new messages.',
    from: 'No alerts from', to: 'until', hour: '{{hour}}:00',
    denied: 'Your browser does not allow this page to send notifications. You can allow it in the browser’s settings for this site.', failed: 'The browser cannot reach its push service, so alerts are not on. Try again on another network.',
  },
  aloud: { text: 'Read aloud: in rooms and on the signing page, the text can be read to you.', on: 'Turn on read aloud', off: 'Turn off read aloud' },
}
