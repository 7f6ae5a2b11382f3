import { piecesOf } from './fill'

/** A text with what is still to be filled marked, in colour and by its braces. */
export function SnippetText({ text }: { text: string }) {
  return <>{piecesOf(text).map((piece, at) => (piece.unfilled ? <mark key={at} className="unfilled">{piece.text}</mark> : piece.text))}</>
}
