import type { Texts } from '@/lib/texts'
import type { device as zh } from './i18n.zh'

export const device: Texts<typeof zh> = {
  title: 'This device',
  newVersion: { text: 'There is a new version of these pages. What you have not finished writing is kept.', load: 'Open it', later: 'Later' },
  offline: {
    title: 'There is no network now',
    text: 'What stands in cases and rooms is not kept on this device; you will see it when the network is back. What you wrote and have not sent is here:',
    again: 'Try again',
    draft: 'Not sent',
    unsent: 'On its way: it goes by itself once the room is open again with a network ({{time}})',
    nothing: 'Nothing unsent is on this device.',
    hotline: 'If it is urgent, call the centre.',
  },
  install: { text: 'Put it on your home screen and open it like an app; without a network it shows what you have not sent.', yes: 'Put it on the home screen', ios: 'To put it on your home screen: tap “Share” in the browser, then “Add to Home Screen”.' },
  push: {
    text: 'Alert me to new messages while the page is closed. The alert says only that there is a message: no name, no words.',
    yes: 'Turn alerts on', no: 'Turn alerts off', on: 'This device is alerted to new messages.',
    from: 'No alerts from', to: 'Alerts again from', hour: '{{hour}}:00',
    denied: 'Your browser does not let this page notify you. Allow it in the browser’s settings for this site.', failed: 'The browser cannot reach its push service now; alerts are not on. Try on another network.',
  },
  aloud: { text: 'Reading aloud: in rooms and on the signing page you can have the words read to you.', on: 'Turn reading aloud on', off: 'Turn reading aloud off' },
}
