const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4V8Zm8 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  file: 'M6 3h8l4 4v14H6V3Zm8 0v4h4',
  check: 'm5 13 4.5 4.5L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  reply: 'M10 7 4 12l6 5v-3.5c5 0 8 1.5 10 4.5-.5-6-4-9-10-9V7Z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2',
  hand: 'M4 13h4l3 3h4a2 2 0 0 0 2-2M20 11h-4l-3-3H9a2 2 0 0 0-2 2M2 10v7M22 7v7',
  phone: 'M7 3h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2L21 14v3c0 2-1.5 3.5-3.5 3.5C10 20.5 3.5 14 3.5 6.5 3.5 4.5 5 3 7 3Z',
  shield: 'M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6L12 3Zm-3.5 9 2.5 2.5 4.5-5',
  down: 'M12 5v14m-6-6 6 6 6-6',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.7 4 2.6 4 5.5',
  lock: 'M6 11h12v9H6v-9Zm3 0V8a3 3 0 0 1 6 0v3',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20',
  mic: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0M12 18v3',
  'mic-off': 'M9 9v3a3 3 0 0 0 4.5 2.6M15 11V6a3 3 0 0 0-5.8-1M6 12a6 6 0 0 0 9 5.2M18 12a6 6 0 0 1-.7 2.8M12 18v3M4 4l16 16',
  video: 'M3 7h12v10H3V7Zm12 4 6-3.5v9L15 13',
  'video-off': 'M5.5 7H3v10h12v-1.5M9.5 7H15v4l6-3.5v9L17 14.2M4 4l16 16',
  hangup: 'M3 14.5c0-3 4-5.5 9-5.5s9 2.5 9 5.5v1.5c0 .6-.5 1-1 .9l-3.6-.7c-.5-.1-.9-.5-.9-1v-2a10 10 0 0 0-7 0v2c0 .5-.4.9-.9 1L4 16.9c-.5.1-1-.3-1-.9v-1.5Z',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15L6 17Zm4 4h4M12 5V3',
  'bell-off': 'M6 17V11c0-1 .2-2 .7-2.8M9.5 5.6A6 6 0 0 1 18 11v4M4.5 19H17M10 21h4M12 5V3M4 4l16 16',
  sound: 'M4 9v6h4l5 4V5L8 9H4Zm12.5 0a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7Z',
  pen: 'M4 20l1-5L16 4l4 4L9 19l-5 1Z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
