export const notes = {
  title: 'My notes',
  label: 'Only you can see these',
  hint: 'Saved automatically and available on your other devices. They are not part of the minutes or any export, and are erased with the case.',
  notKept: 'Not saved yet; please keep this page open.',
  phase: { loading: 'Loading', saved: 'Saved', writing: 'Writing', saving: 'Saving', retrying: 'Offline; will be saved when connected', conflict: 'Changed elsewhere', failed: 'Not saved' },
  conflict: { title: 'You also changed these notes on another device or page. They say:', empty: '(empty)', both: 'Keep both', theirs: 'Use that version', mine: 'Use this version' },
} as const
