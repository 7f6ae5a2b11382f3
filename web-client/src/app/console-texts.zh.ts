/** Texts of the staff pages; loaded with them, not with the party pages. */
export const consoleTexts = {} as const
