import { Fragment } from 'react'

// Up to the first blank, sign of Chinese or mark that ends a sentence rather than an address.
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w/#=&~%-]/g

/** Words as they were written; an address in them can be followed. Nothing is fetched to show what is behind it, and what is behind it is not told whence one comes. */
export function Linked({ text }: { text: string }) {
  const addresses = [...text.matchAll(address)]
  if (addresses.length === 0) return text
  const ends = [0, ...addresses.map((one) => one.index + one[0].length)]
  return (
    <>
      {addresses.map((one, at) => (
        <Fragment key={one.index}>
          {text.slice(ends[at], one.index)}
          <a href={one[0]} target="_blank" rel="noopener noreferrer nofollow">{one[0]}</a>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
