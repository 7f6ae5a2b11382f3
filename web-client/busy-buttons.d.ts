export const busyButtons: { selector: string; message: string }[]
