const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each language and shape: to make one costs far more than to use it, and a list of messages uses several in each row. */
export function format(language: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(shape)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, shape)
  formats.set(key, made)
  return made
}
