/** The same keys as the Chinese texts, every one of them, with strings of another language. */
export type Texts<Zh> = { readonly [Key in keyof Zh]: Zh[Key] extends string ? string : Texts<Zh[Key]> }
