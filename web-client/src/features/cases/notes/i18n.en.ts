export const notes = {
  title: 'My notes',
  label: 'Nobody but you can see these',
  hint: 'Saved by themselves, on your other devices too. In no minutes and no export; erased when the case is.',
  notKept: 'Not saved yet; please keep this page open.',
  phase: { loading: 'Reading', saved: 'Saved', writing: 'Writing', saving: 'Saving', retrying: 'Offline; saved when connected', conflict: 'Changed elsewhere', failed: 'Not saved' },
  conflict: { title: 'You changed these notes on another device or page too. It says there:', empty: '(empty)', both: 'Keep both', theirs: 'Take that one', mine: 'Take this one' },
} as const
